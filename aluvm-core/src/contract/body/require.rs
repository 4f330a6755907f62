//! Which instructions `require` can have: those that set `st0` and go on.

use crate::asm::parse::Instruction;
use crate::asm::resolve::Resolved;
use crate::contract::error::SourceErrorKind;
use crate::isa::{FORMS, Form, OperandForm, Register};

/// Why no instruction of this mnemonic can be required.
pub(in crate::contract) fn excluded(instruction: &Instruction<'_>) -> Option<SourceErrorKind> {
    let row = instruction.rows.iter().next()?;
    (!row.is_extension && leads_elsewhere(row.form))
        .then(|| SourceErrorKind::NotRequired { mnemonic: instruction.mnemonic.into() })
}

/// Whether `require` can have an instruction of this form, of the base table or a host's.
pub fn can_be_required(form: &Form) -> bool {
    let is_base = FORMS.iter().any(|base| (base.opcode, base.name) == (form.opcode, form.name));
    form.writes.contains(&OperandForm::Status) && !(is_base && leads_elsewhere(form))
}

/// Whether an instruction of the base table does more with `st0` and the program than to set the one and to
/// go on with the other.
fn leads_elsewhere(form: &Form) -> bool {
    let mut operands = form.syntaxes.iter().flat_map(|syntax| syntax.operands);
    matches!(form.name, "Fail" | "Inv" | "Test" | "Ret")
        || operands.any(|form| matches!(form, OperandForm::Target(_) | OperandForm::Site { .. }))
}

/// Why an instruction cannot be required together with an error in this register, and the register that
/// shows it.
pub(in crate::contract) fn misfit<S>(
    resolved: &Resolved<S>,
    instruction: &Instruction<'_>,
    error: Option<Register>,
) -> Option<(SourceErrorKind, Option<Register>)> {
    let form = resolved.form?;
    let has = |operands: &[OperandForm], register| {
        operands.iter().any(|operand| operand.register(form, resolved.word) == Some(register))
    };
    if !has(form.writes, Register::Status) {
        let mnemonic = instruction.mnemonic.into();
        return Some((SourceErrorKind::NoStatus { mnemonic }, None));
    }
    let register = error?;
    let is_written = has(form.writes, register);
    (is_written || has(form.reads, register))
        .then_some((SourceErrorKind::ErrorRegisterUsed { register, is_written }, Some(register)))
}
