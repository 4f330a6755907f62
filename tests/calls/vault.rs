//! The vault of the page on contracts, as `alulib!` writes it.

use std::sync::LazyLock;

use aluvm_core::call::{CallError, Contract};
use aluvm_core::contract::description::ContractError;
use aluvm_core::isa::NoExtension;
use aluvm_core::library::LibId;
use aluvm_core::vm::{Registers, Vm};

use crate::draft::{Draft, contract, errors, lay_out};

/// Why a withdrawal is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refusal {
    TooEarly = 1,
    Overspent = 2,
}

impl ContractError for Refusal {
    const LIB: LibId = ID;
    const NAME: &'static str = "Refusal";

    fn from_number(number: u64) -> Option<Refusal> {
        match number {
            1 => Some(Refusal::TooEarly),
            2 => Some(Refusal::Overspent),
            _ => None,
        }
    }
}

pub const ID: LibId = LibId::from_bytes([
    0xe3, 0x4c, 0xc3, 0xb9, 0x71, 0x79, 0x42, 0xa4, 0x94, 0x41, 0x60, 0x38, 0xa5, 0xd6, 0xa8, 0x82,
    0x37, 0xc1, 0x22, 0x14, 0xde, 0x31, 0x77, 0x05, 0x40, 0xe2, 0x1b, 0x54, 0x2f, 0x0a, 0x8b, 0x2c,
]);

const WITHDRAW: Draft = Draft {
    name: "withdraw",
    inputs: "balance: a64[0], amount: a64[1], age: a32[0]",
    outputs: "rest: a64[1]",
    text: "put     a32[1], MATURITY ==> put a32[1], 6;
        require sub.uc age, a32[1] => TooEarly ==> put a8[0], 1; sub.uc a32[0], a32[1]; test; ! 0.0
        require sub.uc balance, amount => Overspent ==> put a8[0], 2; sub.uc a64[0], a64[1]; test; ! 0.1
        ret;",
};

const STALE: Draft = Draft {
    name: "stale",
    inputs: "x: a8[1]",
    outputs: "",
    text: "require ifn a8[9] => Overspent ==> put a8[0], 2; ifn a8[9]; test; ! 0.1
        require ifz a8[1] ==> ifz a8[1]; test;
        ret;",
};

pub static CONTRACT: LazyLock<&'static Contract<NoExtension>> = LazyLock::new(|| {
    let variants = "TooEarly = 1: The vault has not rested for long enough.
        Overspent = 2: The vault holds less.";
    let errors = vec![errors("Refusal", "a8[0]", variants)];
    contract(lay_out::<NoExtension>("vault", errors, 20, &[WITHDRAW, STALE]), &[])
});

#[derive(Debug, PartialEq)]
pub struct Output {
    pub rest: u64,
}

pub fn withdraw(vm: &mut Vm, balance: u64, amount: u64, age: u32) -> Result<Output, CallError> {
    let inputs = |r: &mut Registers| {
        r.set_a64(0, balance).map_err(CallError::input("balance"))?;
        r.set_a64(1, amount).map_err(CallError::input("amount"))?;
        r.set_a32(0, age).map_err(CallError::input("age"))
    };
    CONTRACT.call(vm, 0, &mut (), inputs, |r| Some(Output { rest: r.a64(1)? }))
}

pub fn stale(vm: &mut Vm, x: u8) -> Result<(), CallError> {
    let offset = CONTRACT.program().expect("complete").entries()[1].offset;
    let inputs = |r: &mut Registers| r.set_a8(1, x).map_err(CallError::input("x"));
    CONTRACT.call(vm, offset, &mut (), inputs, |_| Some(()))
}
