//! The contracts of the examples, tested as a user would test a contract.

#[path = "../examples/block_pow/contract.rs"]
mod block_pow;
#[path = "../examples/schnorr/contract.rs"]
mod schnorr;

use aluvm::{Lib, Outcome, Program, Vm};

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len())
        .step_by(2)
        .map(|i| u8::from_str_radix(&hex[i..i + 2], 16).expect("hex digits"))
        .collect()
}

/// Runs the verifier over a row of the test vectors of BIP-340.
fn check_row(index: usize) {
    let row = schnorr::VECTORS.lines().nth(index + 1).expect("a row");
    let columns: Vec<&str> = row.splitn(8, ',').collect();
    assert_eq!(columns[0], index.to_string());
    let program = Program::new(Lib::assemble(&schnorr::VERIFY).expect("a library"));
    let mut vm = Vm::new();
    for (register, column) in [(0, 2), (1, 4), (2, 5)] {
        vm.registers_mut().set_s16(register, bytes(columns[column])).expect("a register");
    }
    let outcome: Outcome = vm.run(&program.expect("a program"));
    assert_eq!(outcome.is_success(), columns[6] == "TRUE", "{}: {outcome}", columns[7]);
}

macro_rules! rows {
    ($($name:ident $index:literal)*) => {$(
        #[test]
        fn $name() {
            check_row($index);
        }
    )*};
}

rows! {
    bip340_row_0 0
    bip340_row_1 1
    bip340_row_2 2
    bip340_row_3 3
    bip340_row_4 4
    bip340_row_5 5
    bip340_row_6 6
    bip340_row_7 7
    bip340_row_8 8
    bip340_row_9 9
    bip340_row_10 10
    bip340_row_11 11
    bip340_row_12 12
    bip340_row_13 13
    bip340_row_14 14
}

#[test]
fn every_block_has_done_its_work_and_no_flipped_bit_passes() {
    let program = Program::new(Lib::assemble(&block_pow::PROOF_OF_WORK).expect("a library"));
    let program = program.expect("a program");
    let mut vm = Vm::new();
    let mut blocks = 0;
    for line in block_pow::HEADERS.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split(' ').collect();
        let header = bytes(columns[1]);
        let mut hash = bytes(columns[2]);
        hash.reverse();

        vm.reset();
        vm.registers_mut().set_s16(0, &header[..]).expect("a register");
        assert!(vm.run(&program).is_success(), "block {}", columns[0]);
        assert_eq!(vm.registers().r256(0).map(|hash| hash.to_vec()), Some(hash));

        for bit in 0..640 {
            let mut forged = header.clone();
            forged[bit / 8] ^= 1 << (bit % 8);
            vm.reset();
            vm.registers_mut().set_s16(0, forged).expect("a register");
            assert!(!vm.run(&program).is_success(), "block {} bit {bit}", columns[0]);
        }
        blocks += 1;
    }
    assert_eq!(blocks, 7);
}

#[test]
fn a_wrong_previous_hash_is_refused() {
    let program = Program::new(Lib::assemble(&block_pow::PROOF_OF_WORK).expect("a library"));
    let program = program.expect("a program");
    let headers: Vec<Vec<u8>> = block_pow::HEADERS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| bytes(line.split(' ').nth(1).expect("a header")))
        .collect();
    let previous: [u8; 32] = headers[1][4..36].try_into().expect("32 bytes");
    for (previous, is_valid) in [(previous, true), ([7; 32], false)] {
        let mut vm = Vm::new();
        vm.registers_mut().set_s16(0, &headers[1][..]).expect("a register");
        vm.registers_mut().set_r256(1, previous).expect("a register");
        assert_eq!(vm.run(&program).is_success(), is_valid);
    }
}
