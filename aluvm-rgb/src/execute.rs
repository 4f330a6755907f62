//! What the instructions do.

use core::ops::ControlFlow;

use aluvm::bytes::ByteString;
use aluvm::isa::Idx16;
use aluvm::{Extension, Registers};
use secp256k1::{Message, PublicKey, ecdsa};

use crate::{Operation, RgbInstr, Signature, State};

/// The first depth of global state that no script reaches.
const DEPTH_END: u32 = 1 << 24;

impl Extension for RgbInstr {
    type Context<'c> = dyn Operation + 'c;

    fn execute(
        &self,
        registers: &mut Registers,
        operation: &mut (dyn Operation + '_),
    ) -> ControlFlow<()> {
        match run(*self, registers, operation) {
            Some(()) => ControlFlow::Continue(()),
            None => ControlFlow::Break(()),
        }
    }
}

/// Executes an instruction; none if it fails.
fn run(instr: RgbInstr, registers: &mut Registers, operation: &mut dyn Operation) -> Option<()> {
    match instr {
        RgbInstr::Cnp { assignment, dst } => {
            registers.put_a16(dst, operation.input_count(assignment.0) as u16);
        }
        RgbInstr::Cns { assignment, dst } => {
            registers.put_a16(dst, operation.output_count(assignment.0) as u16);
        }
        RgbInstr::Cng { global, dst } => {
            registers.put_a8(dst, u8::try_from(operation.global_count(global.0)).ok()?);
        }
        RgbInstr::Cnc { global, dst } => {
            registers.put_a32(dst, operation.contract_global_count(global.0) as u32);
        }
        RgbInstr::Ldp { assignment, index, dst } => {
            let index = registers.a16(index.byte())?;
            load(registers, dst, structured(operation.input(assignment.0, index.into())?)?)?;
        }
        RgbInstr::Lds { assignment, index, dst } => {
            let index = registers.a16(index.byte())?;
            load(registers, dst, structured(operation.output(assignment.0, index.into())?)?)?;
        }
        RgbInstr::Ldf { assignment, index, dst } => {
            let index = registers.a16(index.byte())?;
            let State::Fungible(amount) = operation.output(assignment.0, index.into())? else {
                return None;
            };
            registers.put_a64(dst, amount);
        }
        RgbInstr::Ldg { global, index, dst } => {
            let index = registers.a8(index.byte())?;
            load(registers, dst, operation.global(global.0, index.into())?)?;
        }
        RgbInstr::Ldc { global, depth, dst } => {
            let depth = registers.a32(depth.byte()).filter(|depth| *depth < DEPTH_END)?;
            let depth = usize::try_from(depth).ok()?;
            registers.put_s16(dst, operation.contract_global(global.0, depth)?);
        }
        RgbInstr::Ldm { meta, dst } => load(registers, dst, operation.metadata(meta.0)?)?,
        RgbInstr::Svs { assignment } => {
            let inputs = sum_of_inputs(operation, assignment.0)?;
            equal(inputs, sum_of_outputs(operation, assignment.0)?)?;
        }
        RgbInstr::Sas { assignment } => {
            equal(registers.a64(0)?, sum_of_outputs(operation, assignment.0)?)?;
        }
        RgbInstr::Sps { assignment } => {
            equal(registers.a64(0)?, sum_of_inputs(operation, assignment.0)?)?;
        }
        RgbInstr::Vts { key } => verify(operation.signature()?, registers.s16(key.byte())?)?,
        RgbInstr::Pma { amount, after_block } => {
            let amount = registers.a64(amount.byte()).filter(|amount| *amount != 0)?;
            operation.require_mint(amount, registers.a64(after_block.byte())?);
        }
    }
    Some(())
}

fn equal(a: u64, b: u64) -> Option<()> {
    (a == b).then_some(())
}

fn load(registers: &mut Registers, dst: Idx16, bytes: &[u8]) -> Option<()> {
    registers.put_s16(dst, ByteString::try_from(bytes).ok()?);
    Some(())
}

fn structured(state: State<'_>) -> Option<&[u8]> {
    match state {
        State::Structured(bytes) => Some(bytes),
        State::Declarative | State::Fungible(_) => None,
    }
}

/// Adds amounts up. Breaks at a state that is none, and where the sum passes 64 bits.
fn add(sum: &mut u64, state: State<'_>) -> ControlFlow<()> {
    let State::Fungible(amount) = state else { return ControlFlow::Break(()) };
    let Some(more) = sum.checked_add(amount) else { return ControlFlow::Break(()) };
    *sum = more;
    ControlFlow::Continue(())
}

fn sum_of_inputs(operation: &dyn Operation, assignment: u16) -> Option<u64> {
    let mut sum = 0;
    let flow = operation.each_input(assignment, &mut |state| add(&mut sum, state));
    flow.is_continue().then_some(sum)
}

/// No output may be zero.
fn sum_of_outputs(operation: &dyn Operation, assignment: u16) -> Option<u64> {
    let mut sum = 0;
    let flow = operation.each_output(assignment, &mut |state| match state {
        State::Fungible(0) => ControlFlow::Break(()),
        state => add(&mut sum, state),
    });
    flow.is_continue().then_some(sum)
}

fn verify(signature: Signature, key: &[u8]) -> Option<()> {
    let key = PublicKey::from_slice(key).ok()?;
    let compact = ecdsa::Signature::from_compact(&signature.compact).ok()?;
    compact.verify(Message::from_digest(signature.message), &key).ok()
}
