//! The proof of work of Bitcoin blocks.

#[path = "../../examples/block_pow/contract.rs"]
pub(crate) mod contract;

use aluvm::Vm;

use crate::{bytes, program};

#[test]
fn every_block_has_done_its_work_and_no_flipped_bit_passes() {
    let program = program(&contract::PROOF_OF_WORK);
    let mut vm = Vm::new();
    let mut blocks = 0;
    for line in contract::HEADERS.lines().filter(|line| !line.starts_with('#')) {
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
    let program = program(&contract::PROOF_OF_WORK);
    let headers: Vec<Vec<u8>> = contract::HEADERS
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
