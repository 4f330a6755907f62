//! The signatures of all routines in one static: an item for each would cost the compiler a body to check, and
//! the paths in it.

use aluvm_core::contract::{AssembledRoutine, PublicParameter};
use aluvm_core::flow::RegisterSet;
use proc_macro2::{Literal, TokenStream};

use super::super::library::Library;
use super::module::optional;
use crate::facade::generate;

/// The signature of a routine.
pub(super) fn of(
    library: &Library<'_>,
    routine: &AssembledRoutine,
    name: &TokenStream,
) -> TokenStream {
    let private = library.private();
    let [inputs, outputs] = [&routine.inputs, &routine.outputs].map(|all| {
        let all = all.iter().map(parameter);
        generate!(&[#(#all,)*])
    });
    let summary = &routine.summary;
    let writes = registers(&summary.writes);
    let depth = optional(&private, summary.depth.map(Literal::u32_suffixed));
    generate! {
        Signature {
            inputs: #inputs,
            outputs: #outputs,
            writes: #writes,
            complexity: self::#name::COMPLEXITY,
            depth: #depth,
        }
    }
}

/// The static with the signatures of a library.
pub(super) fn all(library: &Library<'_>, signatures: &[TokenStream]) -> TokenStream {
    let private = library.private();
    let count = Literal::usize_unsuffixed(signatures.len());
    generate! {
        #[doc(hidden)]
        pub static ALUVM_SIGNATURES: [#private::Signature<'static>; #count] = {
            use #private::{RegisterSet, Signature, parameter};
            [#(#signatures,)*]
        };
    }
}

fn parameter(parameter: &PublicParameter) -> TokenStream {
    let PublicParameter { name, register, is_signed, is_optional } = parameter;
    let [size, index] = register.to_code().map(Literal::u8_unsuffixed);
    generate!(parameter(#name, [#size, #index], #is_signed, #is_optional))
}

fn registers(set: &RegisterSet) -> TokenStream {
    if *set == RegisterSet::ALL {
        return generate!(RegisterSet::ALL);
    }
    let words = set.words().iter().map(|word| Literal::u64_unsuffixed(*word));
    generate!(RegisterSet::from_words([#(#words),*]))
}
