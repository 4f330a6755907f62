//! Rust constants among the operands: the expression that makes a value of each.

mod source;

use std::collections::HashMap;

use aluvm_core::asm::{ConstantUse, IntegerRange, Wanted};
use aluvm_core::isa::{Family, RegisterSize};
use aluvm_core::limits::BYTES_MAX;
use proc_macro2::{Delimiter, Group, Ident, Literal, TokenStream, TokenTree};
use quote::quote_spanned;

use crate::diagnostics::Place;
use crate::facade::{Facade, generate, generated, generated_at};
use crate::tokens::Tokens;
use source::{expression, is_ambiguous, is_large, is_path};

/// How many constants share a group, unless that gives more groups than [`GROUPS`]. Each reference to a
/// constant costs the compiler as much as its group is long, each group as much as the block is.
const GROUP: usize = 64;
const GROUPS: usize = 8;

/// A constant that is not for a string register.
struct Constant {
    /// How many bytes it has in its group.
    length: usize,
    value: TokenStream,
}

/// The constants of a block, each once, as `aluvm_core::expansion` reads them.
#[derive(Default)]
pub(crate) struct Constants {
    values: Vec<Constant>,
    /// Those for string registers.
    strings: Vec<TokenStream>,
    /// Their numbers, by their source and by what they are for.
    numbers: HashMap<(String, String), usize>,
    /// The uses of a constant behind its first, which an editor must see as well.
    repeated: Vec<TokenStream>,
}

impl Constants {
    /// The number of a constant, which is appended if it is new.
    pub(crate) fn number(
        &mut self,
        facade: &Facade,
        constant: &ConstantUse<Place>,
        tokens: &Tokens,
    ) -> usize {
        self.number_of(facade, constant, tokens.source(constant.tokens.clone()))
    }

    /// The same of a constant that this expression is.
    pub(crate) fn number_of(
        &mut self,
        facade: &Facade,
        constant: &ConstantUse<Place>,
        source: TokenStream,
    ) -> usize {
        let key = (!is_ambiguous(&source))
            .then(|| (source.to_string(), format!("{:?}", without_shift(constant.wanted))));
        if let Some(number) = key.as_ref().and_then(|key| self.numbers.get(key)) {
            // What is wrong with a constant that has a name is said where it stands first.
            let is_path = is_path(&source);
            self.repeated.push(if is_path { source } else { value(facade, constant, source) });
            return *number;
        }
        let value = value(facade, constant, source);
        let is_string = constant.wanted == Wanted::Bytes;
        let number = if is_string {
            self.strings.push(value);
            self.strings.len() - 1
        } else {
            self.values.push(Constant { length: length(constant.wanted), value });
            self.values.len() - 1
        };
        if let Some(key) = key {
            self.numbers.insert(key, number);
        }
        number
    }

    /// How many there are, those for string registers left out.
    pub(crate) fn count(&self) -> usize {
        self.values.len()
    }

    /// `groups: &[…], lengths: b"…", strings: &[…],`.
    pub(crate) fn fields(&self, facade: &Facade) -> TokenStream {
        let groups = self.values.chunks(self.values.len().div_ceil(GROUPS).max(GROUP));
        let groups = groups.map(|constants| group(facade, constants));
        let (lengths, strings) = (self.lengths(), &self.strings);
        generate!(groups: &[#(#groups),*], lengths: #lengths, strings: &[#(#strings),*],)
    }

    /// Each as an item, so that the compiler says of all what is wrong; the fields that name them,
    /// `groups: &[…], lengths: b"…",`; and the names of those for string registers.
    pub(crate) fn items(&self, facade: &Facade) -> (TokenStream, TokenStream, Vec<Ident>) {
        let private = facade.private();
        let name =
            |kind: &str, number: usize| Ident::new(&format!("ALUVM_{kind}_{number}"), generated());
        let byte = generate!(#private::core::primitive::u8);
        let (mut items, mut groups, mut strings) = (TokenStream::new(), Vec::new(), Vec::new());
        for (number, Constant { length, value }) in self.values.iter().enumerate() {
            let name = name("CONSTANT", number);
            items.extend(generate! {
                #[doc(hidden)]
                const #name: [#byte; #length] = {
                    use #private::Unfit as _;
                    #private::group::<#length>(&[#value])
                };
            });
            groups.push(generate!(&#name));
        }
        for (number, value) in self.strings.iter().enumerate() {
            let name = name("STRING", number);
            items.extend(generate!(#[doc(hidden)] const #name: &[#byte] = { use #private::Unfit as _; #value };));
            strings.push(name);
        }
        let lengths = self.lengths();
        (items, generate!(groups: &[#(#groups),*], lengths: #lengths,), strings)
    }

    fn lengths(&self) -> Literal {
        let lengths = self.values.iter().flat_map(|value| (value.length as u16).to_le_bytes());
        Literal::byte_string(&lengths.collect::<Vec<u8>>())
    }

    /// The uses of constants that stand nowhere else, or all of them, where nothing evaluates them.
    pub(crate) fn mentions(&self, are_all: bool) -> TokenStream {
        let values = self.values.iter().map(|constant| &constant.value).chain(&self.strings);
        let mut values = self.repeated.iter().chain(values.filter(|_| are_all)).peekable();
        match values.peek() {
            Some(_) => generate!(let _ = || { #(let _ = #values;)* };),
            None => TokenStream::new(),
        }
    }
}

/// The bytes of a constant for a register of this size that an expression gives; of one for a string
/// register a slice.
pub(crate) fn bytes_of(
    facade: &Facade,
    size: RegisterSize,
    source: TokenStream,
    span: Place,
) -> TokenStream {
    let wanted = if size == RegisterSize::S16 { Wanted::Bytes } else { Wanted::Value(size) };
    let value = value(facade, &ConstantUse { tokens: 0..0, span, wanted }, source);
    let private = facade.private();
    let bytes = size.bytes();
    match wanted {
        Wanted::Bytes => generate!({ use #private::Unfit as _; #value }),
        _ => generate!({ use #private::Unfit as _; #private::group::<#bytes>(&[#value]) }),
    }
}

/// `&const { group::<BYTES>(&[value, value]) }`.
fn group(facade: &Facade, constants: &[Constant]) -> TokenStream {
    let private = facade.private();
    let bytes: usize = constants.iter().map(|constant| constant.length).sum();
    let values = constants.iter().map(|constant| &constant.value);
    generate!(&const { #private::group::<#bytes>(&[#(#values),*]) })
}

/// `(integer)((for_integer)(source).aluvm_number(), 8, "message")`.
///
/// The compiler's error about the type of a constant is at the inner call, that about its value at the
/// outer one. Both point at the constant because their brackets have its spans. No name has, so that an
/// editor finds nothing but the user's there.
fn value(facade: &Facade, constant: &ConstantUse<Place>, source: TokenStream) -> TokenStream {
    let Place { first, last } = place(constant, &source);
    let span = generated_at(first);
    let private = facade.private_at(span);
    let bracketed = |span, content| {
        let mut group = Group::new(Delimiter::Parenthesis, content);
        group.set_span(span);
        group
    };
    let Steps { operand, mut method, check } = steps(constant.wanted);
    if method == "aluvm_number" && is_large(source.clone()) {
        method = "aluvm_large_number";
    }
    let [operand, method] = [operand, method].map(|name| Ident::new(name, span));
    let mut source = expression(source, first);
    if constant.wanted == Wanted::Bytes {
        // No names, so hygiene has nothing to say.
        let mut block = Group::new(Delimiter::Brace, source);
        block.set_span(last);
        source = quote_spanned!(first=> &const #block);
    }
    let operand = bracketed(first, quote_spanned!(span=> #private::#operand));
    let source = bracketed(last, source);
    let value = quote_spanned!(span=> #operand #source.#method());
    let Some(Check { function, arguments, message }) = check else { return value };
    let check = bracketed(first, quote_spanned!(span=> #private::#function));
    let arguments = bracketed(last, quote_spanned!(span=> #value, #arguments #message));
    quote_spanned!(span=> #check #arguments)
}

/// Where a constant begins and ends.
fn place(constant: &ConstantUse<Place>, source: &TokenStream) -> Place {
    let mut trees = source.clone().into_iter();
    match (trees.next(), trees.next()) {
        (Some(TokenTree::Group(group)), None) => group.span().into(),
        _ => constant.span,
    }
}

/// How many bytes a constant has in its group.
fn length(wanted: Wanted) -> usize {
    match wanted {
        Wanted::Unsigned { .. } => 4,
        Wanted::Step { .. } | Wanted::Switch { .. } => 1,
        Wanted::Value(size) => size.bytes(),
        Wanted::Bytes => 0,
        Wanted::Library => 32,
        Wanted::Site { .. } => 34,
    }
}

/// What a constant is for, wherever it goes.
fn without_shift(wanted: Wanted) -> Wanted {
    match wanted {
        Wanted::Unsigned { bits, .. } => Wanted::Unsigned { shift: 0, bits },
        Wanted::Step { negated, .. } => Wanted::Step { shift: 0, negated },
        Wanted::Switch { .. } => Wanted::Switch { shift: 0 },
        Wanted::Site { .. } => Wanted::Site { shift: 0 },
        Wanted::Value(_) | Wanted::Bytes | Wanted::Library => wanted,
    }
}

/// What `aluvm_core::expansion` does with a constant.
struct Steps {
    /// The function that takes the types that suit the operand.
    operand: &'static str,
    /// The method that makes a plain value of the constant.
    method: &'static str,
    check: Option<Check>,
}

/// The function that checks a plain value.
struct Check {
    function: TokenStream,
    /// What it must know beside the value, each with its comma.
    arguments: TokenStream,
    /// What the compiler says if the value does not fit.
    message: String,
}

fn steps(wanted: Wanted) -> Steps {
    let (operand, method) = match wanted {
        Wanted::Unsigned { .. } => ("for_unsigned", "aluvm_number"),
        Wanted::Step { .. } => ("for_step", "aluvm_number"),
        Wanted::Switch { .. } => ("for_switch", "aluvm_switch"),
        Wanted::Value(size) => match size.family() {
            Family::A => ("for_integer", "aluvm_number"),
            Family::F => ("for_float", "aluvm_float"),
            Family::R | Family::S => ("for_general", "aluvm_number"),
        },
        Wanted::Bytes => ("for_bytes", "aluvm_bytes"),
        Wanted::Library => ("for_library", "aluvm_library"),
        Wanted::Site { .. } => ("for_site", "aluvm_site"),
    };
    let check = match wanted {
        Wanted::Unsigned { bits, .. } => {
            let range = IntegerRange::unsigned(bits);
            let bits = bits as usize;
            Some(Check {
                function: generate!(unsigned),
                arguments: generate!(#bits,),
                message: format!("this constant does not fit: the range is {range}"),
            })
        }
        Wanted::Step { negated, .. } => {
            let range = if negated { "-127..=128" } else { "-128..=127" };
            Some(Check {
                function: generate!(step),
                arguments: generate!(#negated,),
                message: format!("this step does not fit: the range is {range}"),
            })
        }
        Wanted::Value(size) => Some(register_check(size)),
        Wanted::Bytes => Some(Check {
            function: generate!(byte_string),
            arguments: TokenStream::new(),
            message: format!("this constant is longer than {BYTES_MAX} bytes"),
        }),
        Wanted::Switch { .. } | Wanted::Library | Wanted::Site { .. } => None,
    };
    Steps { operand, method, check }
}

/// The check of what becomes the value of a register.
fn register_check(size: RegisterSize) -> Check {
    let bytes = size.bytes();
    let function = match size.family() {
        Family::F => {
            let format = float_code(size.name());
            return Check {
                function: generate!(float::<#bytes>),
                arguments: generate!(#format,),
                message: format!(
                    "this constant is no value of `{size}`: it must be exact in the format"
                ),
            };
        }
        Family::A => generate!(integer),
        Family::R | Family::S => generate!(general),
    };
    let range = IntegerRange::of_register(size);
    let noun = if bytes == 1 { "byte" } else { "bytes" };
    Check {
        function,
        arguments: generate!(#bytes,),
        message: format!(
            "this constant does not fit `{size}`: the range is {range}, or {bytes} {noun}"
        ),
    }
}

/// The number of a float format, in the order of the ISA.
fn float_code(name: &str) -> usize {
    ["f16b", "f16", "f32", "f64", "f80", "f128", "f256", "f512"]
        .iter()
        .position(|format| *format == name)
        .unwrap_or_default()
}
