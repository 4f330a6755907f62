//! Our machine with the network's profile and instructions.

use std::collections::BTreeMap;

use aluvm::profile::Profile;
use aluvm::vm::Value;
use aluvm::{Isae, Lib, LibId, LibSite, Libs, Program, Registers, Vm};
use aluvm_rgb::{Refused, RgbInstr, validate};
use amplify::ByteArray;

use crate::Left;
use crate::given::Given;

/// The same library here.
pub fn lib(there: &deployed::library::Lib) -> Lib {
    let isae: Isae = there.isae.to_string().parse().expect("an isae");
    let libs = there.libs.iter().map(|id| LibId::from_bytes(id.to_byte_array()));
    let (code, data) = (there.code.to_vec(), there.data.to_vec());
    Lib::new(isae, code, data, Libs::new(libs).expect("few")).expect("short")
}

/// A program of a script.
pub fn program(libs: &[Lib], script: LibSite) -> Program<RgbInstr> {
    Program::link_with_profile([script], libs.iter().cloned(), Profile::RGB_0_11).expect("complete")
}

/// Runs a script for an operation.
pub fn run(
    given: &mut Given,
    program: &Program<RgbInstr>,
    vm: &mut Vm<RgbInstr>,
) -> (Left, Result<(), Refused>) {
    given.mints.clear();
    let transition = given.transition;
    let verdict = validate(vm, program, program.entry(), transition, given);
    let left = Left {
        accepts: verdict.is_ok(),
        registers: registers(vm.registers()),
        mints: std::mem::take(&mut given.mints),
    };
    (left, verdict)
}

fn registers(registers: &Registers) -> BTreeMap<String, Vec<u8>> {
    let defined = registers.defined().map(|(register, value)| {
        let bytes = match value {
            Value::Number(bytes) => bytes.to_vec(),
            Value::String(string) => string.to_vec(),
            Value::Status(status) => vec![status.into()],
        };
        (register.to_string(), bytes)
    });
    defined.collect()
}
