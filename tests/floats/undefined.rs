//! NaN, NaR and non-canonical patterns do not come into a register, whatever the route: put, the host's
//! setters, conversions, the data of a library, arithmetic, and programs of random instructions.

use aluvm_core::isa::{Instr, NoExtension, Register};
use aluvm_core::library::{Isae, Lib, Libs};
use aluvm_core::num::float::FloatFormat;
use aluvm_core::vm::{RegisterError, Registers, Value, Vm};

use crate::machine::{assemble, get_f, host_f, link, run, set_f, size};
use crate::{cases, oracle};
use aluvm_judge::Random;
use aluvm_judge::float::operands;

/// Patterns that are no values, among them all kinds that a format has.
fn no_values(format: FloatFormat) -> Vec<Vec<u8>> {
    let width = format.bytes();
    let with = |top: &[u8], rest: u8| {
        let mut bytes = vec![rest; width];
        bytes[width - top.len()..].copy_from_slice(top);
        bytes
    };
    let (quiet, signalling): (&[u8], &[u8]) = match format {
        FloatFormat::F16b => (&[0xc0, 0x7f], &[0x81, 0x7f]),
        FloatFormat::F16 => (&[0x00, 0x7e], &[0x01, 0x7c]),
        FloatFormat::F32 => (&[0xc0, 0x7f], &[0x80, 0x7f]),
        FloatFormat::F64 => (&[0xf8, 0x7f], &[0xf0, 0x7f]),
        FloatFormat::F80 => (&[0xc0, 0xff, 0x7f], &[0x80, 0xff, 0x7f]),
        FloatFormat::F128 => (&[0x80, 0xff, 0x7f], &[0x00, 0xff, 0x7f]),
        FloatFormat::F256 => (&[0xff, 0xff, 0x7f], &[0xf0, 0xff, 0x7f]),
        FloatFormat::F512 => return vec![with(&[0x80], 0)],
    };
    let mut patterns = vec![with(quiet, 0), with(quiet, 0xff), with(&[0xff, 0xff], 0xff)];
    let mut lowest = with(signalling, 0);
    lowest[0] |= 1;
    patterns.push(lowest);
    if format == FloatFormat::F80 {
        patterns.extend([
            with(&[0x80, 0x00, 0x00], 0),    // pseudo-denormal
            with(&[0x00, 0x01, 0x00], 0),    // unnormal
            with(&[0x7f, 0xff, 0x3f], 0xff), // unnormal
            with(&[0x00, 0xff, 0x7f], 0),    // pseudo-infinity
            with(&[0x40, 0xff, 0x7f], 0),    // pseudo-NaN
        ]);
    }
    let negative = patterns.iter().map(|bytes| {
        let mut bytes = bytes.clone();
        bytes[width - 1] |= 0x80;
        bytes
    });
    let all: Vec<Vec<u8>> = patterns.iter().cloned().chain(negative).collect();
    for pattern in &all {
        assert_eq!(oracle::decode(format, pattern), None, "{format:?} {pattern:02x?}");
    }
    all
}

/// The code of `put f[index], data at offset; ret`, by the layout of isa.md section 4.
fn put(format: FloatFormat, index: u8, offset: u16) -> Vec<u8> {
    let [low, high] = offset.to_le_bytes();
    vec![0x0c, format as u8 | index << 3, low, high]
}

const RET: u8 = 0x07;

#[test]
fn put_of_data() {
    for format in FloatFormat::ALL {
        for pattern in no_values(format) {
            let code = [put(format, 5, 3), vec![RET]].concat();
            let mut vm = Vm::new();
            set_f(vm.registers_mut(), format, 5, Some(&vec![0; format.bytes()])).unwrap();
            run(&mut vm, &link(code, [vec![1, 2, 3], pattern.clone()].concat()));
            assert_eq!(get_f(vm.registers(), format, 5), None, "{format:?} {pattern:02x?}");
            assert!(!vm.registers().st0());
        }
        // The same route takes values, and leaves the status alone.
        let mut random = Random::new(format as u64);
        let directed = operands::directed(format);
        for value in directed
            .iter()
            .take(cases(60))
            .cloned()
            .chain((0..cases(60)).map(|_| operands::any(&mut random, format, &directed)))
        {
            let code = [put(format, 31, 0), vec![RET]].concat();
            let mut vm = Vm::new();
            vm.registers_mut().set_st0(false);
            run(&mut vm, &link(code, value.clone()));
            assert_eq!(get_f(vm.registers(), format, 31), Some(value));
            assert!(!vm.registers().st0());
        }
    }
}

#[test]
fn put_of_data_that_is_cut_off() {
    for format in FloatFormat::ALL {
        for length in 0..format.bytes() {
            let code = [put(format, 0, 2), vec![RET]].concat();
            let mut vm = Vm::new();
            set_f(vm.registers_mut(), format, 0, Some(&vec![0; format.bytes()])).unwrap();
            run(&mut vm, &link(code, vec![0; 2 + length]));
            assert_eq!(get_f(vm.registers(), format, 0), None);
            assert!(!vm.registers().st0());
        }
    }
}

#[test]
fn such_data_can_still_be_read_and_written() {
    for format in FloatFormat::ALL {
        for pattern in no_values(format) {
            let code = [put(format, 5, 0), vec![RET]].concat();
            let lib = Lib::new(Isae::default(), code, pattern, Libs::default()).unwrap();
            let instrs: Vec<Instr> = lib.disassemble::<NoExtension>();
            let again = Lib::assemble_as(&instrs, Isae::default()).unwrap();
            assert_eq!((again.code(), again.data()), (lib.code(), lib.data()));
            let text: Vec<String> = instrs.iter().map(ToString::to_string).collect();
            let parsed: Vec<Instr> = text.iter().map(|line| line.parse().unwrap()).collect();
            assert_eq!(parsed, instrs, "{text:?}");
        }
    }
}

#[test]
fn setters_of_the_host() {
    for format in FloatFormat::ALL {
        let size = size(format);
        let mut registers = Registers::new();
        for (index, pattern) in (0..32).cycle().zip(no_values(format)) {
            let result = set_f(&mut registers, format, index, Some(&pattern));
            assert_eq!(result, Err(RegisterError::NotANumber { size }));
            assert_eq!(get_f(&registers, format, index), None);
        }
        // An error leaves the register as it was.
        let one = &operands::directed(format)[7];
        set_f(&mut registers, format, 31, Some(one)).unwrap();
        set_f(&mut registers, format, 31, Some(&no_values(format)[0])).unwrap_err();
        assert_eq!(get_f(&registers, format, 31).as_ref(), Some(one));
        let missing = RegisterError::NoSuchRegister { size, index: 32 };
        assert_eq!(set_f(&mut registers, format, 32, Some(one)), Err(missing));
        set_f(&mut registers, format, 31, None).unwrap();
        assert_eq!(get_f(&registers, format, 31), None);
    }
}

#[test]
fn getters_and_setters_of_the_host_keep_every_bit() {
    for format in FloatFormat::ALL {
        let mut random = Random::new(20 + format as u64);
        let directed = operands::directed(format);
        let drawn: Vec<_> =
            (0..cases(200)).map(|_| operands::any(&mut random, format, &directed)).collect();
        for value in directed.iter().chain(&drawn) {
            let index = random.below(32) as u8;
            let mut registers = Registers::new();
            set_f(&mut registers, format, index, Some(value)).unwrap();
            assert_eq!(host_f(&registers, format, index).as_ref(), Some(value));
            assert_eq!(get_f(&registers, format, index).as_ref(), Some(value));
        }
        assert_eq!(host_f(&Registers::new(), format, 0), None);
        assert_eq!(host_f(&Registers::new(), format, 32), None);
    }
}

#[test]
fn conversions() {
    let mut vm = Vm::new();
    // Beyond the range, and infinity where there is none.
    run(
        &mut vm,
        &assemble(
            "put f64[0], 65520; put f64[1], 1e39; put f64[2], inf; put f512[3], 1e600;
             cnv f64[0], f16[0]; cnv f64[1], f32[0]; cnv f64[1], f16b[0]; cnv f64[2], f512[0];
             cnv f512[3], f64[9]; ret;",
        ),
    );
    for format in [FloatFormat::F16, FloatFormat::F32, FloatFormat::F16b, FloatFormat::F512] {
        assert_eq!(get_f(vm.registers(), format, 0), None, "{format:?}");
    }
    assert_eq!(vm.registers().f64(9), None);
    assert!(!vm.registers().st0());
}

/// All float registers of a machine hold values.
fn check_registers(registers: &Registers) -> usize {
    let mut defined = 0;
    for format in FloatFormat::ALL {
        for index in 0..32 {
            let register = Register::Value { size: size(format), index };
            if let Some(Value::Number(bytes)) = registers.get(register) {
                assert!(oracle::decode(format, &bytes).is_some(), "{register} {bytes:02x?}");
                defined += 1;
            }
        }
    }
    defined
}

/// An instruction on float registers, by the layouts of isa.md section 4; few registers, so that
/// results become operands.
fn instruction(random: &mut Random) -> Vec<u8> {
    let size = random.below(8) as u16;
    let (i, j) = (random.below(4) as u16, random.below(4) as u16);
    match random.below(16) {
        0..4 => put(FloatFormat::ALL[usize::from(size)], i as u8, random.below(600) as u16),
        4..10 => {
            let flags = random.below(4) as u16;
            let word = 1 | flags << 1 | i << 3 | j << 8 | size << 13;
            let opcode = 0x20 + random.below(4) as u8;
            [&[opcode][..], &word.to_le_bytes()].concat()
        }
        10 => vec![0x25 + random.below(2) as u8, (8 + size as u8) | (i as u8) << 4],
        11 => {
            let kind = 3 + random.below(3) as u16;
            let word = kind | i << 3 | j << 8 | size << 13;
            [&[0x10][..], &word.to_le_bytes()].concat()
        }
        _ => {
            let opcode = *random.pick(&[0x13, 0x13, 0x16, 0x17]);
            vec![opcode, size as u8 | (i as u8) << 3, random.below(8) as u8 | (j as u8) << 3]
        }
    }
}

#[test]
fn random_programs() {
    let mut random = Random::new(0xbad);
    let patterns: Vec<Vec<u8>> = FloatFormat::ALL.into_iter().flat_map(no_values).collect();
    let mut defined = 0;
    for _ in 0..cases(3000) {
        let mut data = Vec::new();
        while data.len() < 600 {
            match random.below(3) {
                0 => data.extend(random.pick(&patterns)),
                1 => data.extend(random.next_number().to_le_bytes()),
                _ => {
                    let format = *random.pick(&FloatFormat::ALL);
                    data.extend([0; 3].map(|_| *random.pick(&[0, 1, 0x7f, 0x80, 0xff])));
                    data.extend(vec![0xff; format.bytes()]);
                }
            }
        }
        let mut code: Vec<u8> = (0..40).flat_map(|_| instruction(&mut random)).collect();
        code.push(RET);
        let program = link(code, data);
        let mut vm = Vm::new();
        let outcome = vm.trace(&program, program.entry(), &mut (), |step| {
            for change in step.changes {
                let Register::Value { size, .. } = change.register else { continue };
                let format = FloatFormat::ALL.into_iter().find(|f| f.name() == size.name());
                if let (Some(format), Some(Value::Number(bytes))) = (format, &change.after) {
                    assert!(oracle::decode(format, bytes).is_some(), "{}", step.instr);
                }
            }
        });
        let mut fast = Vm::new();
        assert_eq!(fast.run(&program), outcome);
        assert_eq!(fast.registers(), vm.registers());
        defined += check_registers(fast.registers());
    }
    assert!(defined > 3 * cases(3000), "the programs compute something: {defined}");
}
