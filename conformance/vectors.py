#!/usr/bin/env python3
"""Checks the form of vectors/*.jsonl, and runs the vectors whose instructions it knows.

VECTORS.md explains the form. This file has the state, the run, and three instructions beside
`ret`: an implementation in another language can begin as its translation.
"""
import json
import pathlib
import sys

A_SIZES = "a8 a16 a32 a64 a128 a256 a512 a1024".split()
F_SIZES = "f16b f16 f32 f64 f80 f128 f256 f512".split()
R_SIZES = "r128 r160 r256 r512 r1024 r2048 r4096 r8192".split()
WIDTHS = {name: int(name[1:].rstrip("b")) // 8 for name in A_SIZES + F_SIZES + R_SIZES}
STOPS = "finished fail test reserved end jumps complexity missing".split()


def unhex(text):
    """Bytes of `0a0b+00*14`: hexadecimal, `*` for equal bytes, `+` between pieces."""
    pieces = [piece.partition("*") for piece in text.split("+")]
    return b"".join(bytes.fromhex(digits) * int(count or 1) for digits, _, count in pieces)


def read_registers(words):
    """The registers among the words of `before` or `after`; undefined ones are None."""
    registers = {}
    for name, text in words.items():
        if "[" not in name:
            continue
        size, index = name.rstrip("]").split("[")
        assert 0 <= int(index) < (16 if size == "s16" else 32), f"there is no register {name}"
        registers[name] = value = None if text is None else unhex(text)
        if value is not None:
            fits = len(value) <= 65535 if size == "s16" else len(value) == WIDTHS[size]
            assert fits, f"{len(value)} bytes in {name}"
    return registers


def check_form(vector):
    assert set(vector) == {"of", "before", "libs", "entry", "after", "stop", "at"}, "words"
    assert vector["libs"] and vector["stop"] in STOPS
    assert all(type(vector[side]["st0"]) is bool for side in ("before", "after"))
    before, after = read_registers(vector["before"]), read_registers(vector["after"])
    assert None not in before.values(), "an undefined register is left out"
    for name, value in after.items():
        assert before.get(name) != value, f"{name} has not changed"
    for lib in vector["libs"]:
        assert set(lib) == {"isae", "code", "data", "libs"}, "words of a library"
        assert len(unhex(lib["code"])) <= 65535 and len(unhex(lib["data"])) <= 65535
        assert all(len(unhex(name)) == 32 for name in lib["libs"])
        assert lib["libs"] == sorted(lib["libs"], key=unhex), "ids in order"
    assert vector["at"][0] < len(vector["libs"]) and vector["at"][1] <= 65535


class Unknown(Exception):
    """An instruction that is left out here."""


class Machine:
    """Registers by name as bytes, undefined ones as None; the status; the arguments to be taken."""

    def __init__(self, before):
        self.registers, self.st0, self.word = read_registers(before), before["st0"], 0

    def take(self, bits):
        """The next argument of so many bits: they are packed from the lowest bit on."""
        value, self.word = self.word % 2**bits, self.word >> bits
        return value


def add(machine):
    if machine.take(1) == 1:
        raise Unknown("add of floats")
    signed, wrapped = machine.take(1), machine.take(1)
    i, j, size = machine.take(5), machine.take(5), A_SIZES[machine.take(3)]
    terms = [machine.registers.get(f"{size}[{index}]") for index in (i, j)]
    result, bits = None, 8 * WIDTHS[size]
    if None not in terms:
        total = sum(int.from_bytes(term, "little", signed=signed) for term in terms)
        least = -(2 ** (bits - 1)) if signed else 0
        if wrapped or least <= total < least + 2**bits:
            result = (total % 2**bits).to_bytes(WIDTHS[size], "little")
    machine.registers[f"{size}[{j}]"] = result
    machine.st0 = result is not None


def inv(machine):
    machine.st0 = not machine.st0


def reverse_string(machine):
    string = machine.registers.get(f"s16[{machine.take(4)}]")
    machine.registers[f"s16[{machine.take(4)}]"] = string and string[::-1]
    machine.st0 &= string is not None


# By opcode: the length in bytes, the complexity, and what it does. None is a place without code.
INSTRUCTIONS = {
    None: (1, 2, lambda machine: "end"),
    0x07: (1, 2, lambda machine: "finished"),  # `ret` on an empty stack
    0x1F: (1, 1, inv),
    0x20: (3, 1, add),
    0x3F: (2, 5, reverse_string),
}


def run(vector):
    """Runs a vector and compares the end; without jumps and calls all is in the first library."""
    machine, code = Machine(vector["before"]), unhex(vector["libs"][0]["code"])
    after, offset, complexity, stop = vector["after"], vector["entry"], 0, None
    while not stop:
        at, opcode = offset, code[offset] if offset < len(code) else None
        if opcode not in INSTRUCTIONS:
            raise Unknown(opcode)
        fits = at + INSTRUCTIONS[opcode][0] <= 65536
        length, cost, execute = INSTRUCTIONS[opcode if fits else None]
        # Behind the end of the code there are zeros.
        machine.word = int.from_bytes(code[at + 1 : at + length], "little")
        stop = execute(machine)
        complexity, offset = min(complexity + cost, 2**64 - 1), min(at + length, 65535)
        if stop in (None, "finished") and complexity >= vector["before"].get("cl0", 2**64):
            stop = "complexity"
        machine.st0 &= stop in (None, "finished")
    assert (stop, [0, at]) == (vector["stop"], vector["at"]), f"{stop} at {at}"
    assert (machine.st0, 0, complexity) == (after["st0"], after["cy0"], after["ca0"])
    expected = read_registers(vector["before"]) | read_registers(after)
    for name in expected.keys() | machine.registers.keys():
        assert machine.registers.get(name) == expected.get(name), name


def main():
    known = total = 0
    for path in sorted((pathlib.Path(__file__).parent / "vectors").glob("*.jsonl")):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            vector, total = json.loads(line), total + 1
            try:
                check_form(vector)
                run(vector)
                known += 1
            except Unknown:
                continue
            except AssertionError as error:
                sys.exit(f"{path.name}, line {number}, {vector['of']}: {error}")
    print(f"{total} vectors are well-formed; {known} of them end as they should")


if __name__ == "__main__":
    main()
