//! The macro that reads the rows of an instruction table.

/// Turns rows into an instruction type with its encoding and into the list of their forms.
///
/// A row is, in this order: documentation; variant and opcode; fields, lowest bit first, either
/// `name: OperandType` or fixed bits `#value/width`; texts, each a mnemonic, `.flags` where a field
/// holds them, operands in brackets and a condition on a field where one text serves only that
/// value; what it reads and writes; its complexity; the ISA extension it belongs to, if any.
///
/// An operand is `size_field index_field`, `s16 index_field`, `a16 0`, `st0`, an immediate's field,
/// `minus field`, or `offset_field @ library_field`.
macro_rules! define_isa {
    (
        $(#[$meta:meta])*
        $vis:vis enum $Isa:ident($first:literal..=$last:literal) {
            $(
                $(#[doc = $doc:literal])+
                $Variant:ident = $opcode:literal
                $([$( $(#$fixed:literal/$fixed_bits:literal)? $($field:ident: $Type:ident)? ),+])?
                $(
                    $mnemonic:literal $(.$flags:ident)?
                    ($( $operand:ident $($index:ident)? $($number:literal)? $(@ $library:ident)? ),*)
                    $(where $condition:ident = $required:literal)?
                )|+
                reads($( $read:ident $($read_index:ident)? $($read_number:literal)? ),*)
                writes($( $write:ident $($write_index:ident)? $($write_number:literal)? ),*)
                cost $cost:literal
                $(isae $isae:literal)?;
            )+
        }
        $(
            $(#[$extra_meta:meta])*
            plus $Extra:ident($ExtraType:ty);
        )*
        const FORMS: $forms_vis:vis $forms:ident;
        mod OPCODES: $opcodes_vis:vis $opcodes:ident;
    ) => {
        $(#[$meta])*
        $vis enum $Isa {
            $(
                $(#[doc = $doc])+
                $Variant $({
                    $($(
                        #[doc = concat!("The `", stringify!($field), "` operand.")]
                        $field: $Type,
                    )?)+
                })?,
            )+
            $( $(#[$extra_meta])* $Extra($ExtraType), )*
        }

        #[doc = concat!(
            "The opcodes of the instructions, named as the variants of [`", stringify!($Isa), "`](super::",
            stringify!($Isa), ")."
        )]
        #[allow(non_upper_case_globals)]
        $opcodes_vis mod $opcodes {$(
            #[doc = concat!(
                "The opcode of [`", stringify!($Variant), "`](super::", stringify!($Isa), "::",
                stringify!($Variant), ")."
            )]
            pub const $Variant: u8 = $opcode;
        )+}

        #[doc = concat!("The forms of [`", stringify!($Isa), "`], in the order of its variants.")]
        $forms_vis const $forms: &[$crate::isa::Form] = {
            // In a static: each crate that mentions a constant evaluates it again.
            const COUNT: usize = [$(stringify!($Variant)),+].len();
            static TABLE: [$crate::isa::Form; COUNT] = {
                use $crate::isa::{Field, FieldKind, Form, Syntax};
                #[allow(non_camel_case_types, clippy::enum_variant_names)]
                enum Row { $($Variant),+ }
                struct Fields<const ROW: usize>;
                $(
                    impl Fields<{ Row::$Variant as usize }> {
                        const ALL: &'static [Field] = &[$($(
                            $(Field { name: "", bits: $fixed_bits, kind: FieldKind::Fixed($fixed) })?
                            $(Field {
                                name: stringify!($field),
                                bits: <$Type>::BITS,
                                kind: <$Type as $crate::isa::Operand>::KIND,
                            })?
                        ),+)?];
                    }
                )+
                const FORMS: [Form; COUNT] = [$(Form {
                    name: stringify!($Variant),
                    row: Row::$Variant as u8,
                    doc: &[$($doc),+],
                    opcode: $opcode,
                    fields: Fields::<{ Row::$Variant as usize }>::ALL,
                    syntaxes: &[$(Syntax {
                        mnemonic: $mnemonic,
                        flags: Form::field(
                            Fields::<{ Row::$Variant as usize }>::ALL,
                            concat!($(stringify!($flags))?),
                        ),
                        operands: &[$(Form::operand(
                            Fields::<{ Row::$Variant as usize }>::ALL,
                            [
                                stringify!($operand),
                                concat!($(stringify!($index))?),
                                concat!($(stringify!($number))?),
                                concat!($(stringify!($library))?),
                            ],
                        )),*],
                        condition: define_isa!(@condition
                            Fields::<{ Row::$Variant as usize }>::ALL, $($condition, $required)?),
                    }),+],
                    reads: &[$(Form::operand(
                        Fields::<{ Row::$Variant as usize }>::ALL,
                        [
                            stringify!($read),
                            concat!($(stringify!($read_index))?),
                            concat!($(stringify!($read_number))?),
                            "",
                        ],
                    )),*],
                    writes: &[$(Form::operand(
                        Fields::<{ Row::$Variant as usize }>::ALL,
                        [
                            stringify!($write),
                            concat!($(stringify!($write_index))?),
                            concat!($(stringify!($write_number))?),
                            "",
                        ],
                    )),*],
                    cost: $cost,
                    isae: concat!($($isae)?),
                }),+];
                $crate::isa::check_table(&FORMS, $first, $last);
                FORMS
            };
            &TABLE
        };

        const _: () = {
            // A function for each row, because constant evaluation pays for a function's size.
            struct Make<const ROW: usize>;
            #[allow(clippy::enum_variant_names)]
            enum Row { $($Variant),+ }
            $(
                impl Make<{ Row::$Variant as usize }> {
                    #[inline]
                    const fn instr(word: u128, given: $crate::isa::Given) -> $Isa {
                        let _at = $crate::isa::Unpacker::new(word);
                        $($(
                            $(let _at = _at.skip($fixed_bits);)?
                            $(
                                let $field = <$Type>::from_bits(_at.peek(<$Type>::BITS), given);
                                let _at = _at.skip(<$Type>::BITS);
                            )?
                        )+)?
                        let _ = given;
                        $Isa::$Variant $({ $($($field,)?)+ })?
                    }
                }
            )+

            impl $Isa {
                /// The row of the instruction in the list of forms; none for bytes that are no row.
                #[inline(always)]
                pub const fn row(&self) -> Option<usize> {
                    match self {
                        $($Isa::$Variant { .. } => Some(Row::$Variant as usize),)+
                        $($Isa::$Extra(_) => define_isa!(@none $Extra),)*
                    }
                }

                /// The instruction with this word, whose extra bits are ignored, and `given` operands
                /// from other segments; none if no row has these fixed bits.
                #[inline]
                pub const fn from_word(word: u128, given: $crate::isa::Given) -> Option<$Isa> {
                    match word as u8 {
                        $($opcode
                            if word & const { $forms[Row::$Variant as usize].fixed_mask() }
                                == const { $forms[Row::$Variant as usize].fixed_bits() } =>
                        {
                            Some(Make::<{ Row::$Variant as usize }>::instr(word, given))
                        })+
                        _ => None,
                    }
                }

                /// Becomes the instruction with this word, and says whether there is one; stays as it
                /// is if not. Lists are filled so: moving a new instruction into its place reads it
                /// before its fields have left the store buffer, which costs more than decoding.
                #[inline]
                pub fn replace_by_word(&mut self, word: u128) -> bool {
                    let given = $crate::isa::Given::Nothing;
                    match word as u8 {
                        $($opcode
                            if word & const { $forms[Row::$Variant as usize].fixed_mask() }
                                == const { $forms[Row::$Variant as usize].fixed_bits() } =>
                        {
                            *self = Make::<{ Row::$Variant as usize }>::instr(word, given);
                        })+
                        _ => return false,
                    }
                    true
                }

                /// The instruction as one integer, opcode in the lowest byte, and its length in bytes.
                /// Operands from other segments are zero unless they are places; none for bytes that
                /// are no row.
                #[inline]
                pub const fn to_word(&self) -> Option<(u128, usize)> {
                    match self {
                        $($Isa::$Variant $({ $($($field,)?)+ })? => {
                            let word = $crate::isa::Packer::new($opcode);
                            $($(
                                $(let word = word.push($fixed, $fixed_bits);)?
                                $(let word = word.push($field.to_bits(), <$Type>::BITS);)?
                            )+)?
                            Some(word.finish())
                        })+
                        $($Isa::$Extra(_) => define_isa!(@none $Extra),)*
                    }
                }

                /// The constant that lies in the data segment, if the instruction has one.
                #[inline]
                pub fn data(&self) -> Option<&$crate::isa::Data> {
                    match self {
                        $($Isa::$Variant $({ $($($field,)?)+ })? => {
                            $($($(if let Some(data) = $crate::isa::Operand::data($field) {
                                return Some(data);
                            })?)+)?
                            None
                        })+
                        $($Isa::$Extra(_) => define_isa!(@none $Extra),)*
                    }
                }

                /// The same, to be replaced.
                #[inline]
                pub fn data_mut(&mut self) -> Option<&mut $crate::isa::Data> {
                    match self {
                        $($Isa::$Variant $({ $($($field,)?)+ })? => {
                            $($($(if let Some(data) = $crate::isa::Operand::data_mut($field) {
                                return Some(data);
                            })?)+)?
                            None
                        })+
                        $($Isa::$Extra(_) => define_isa!(@none $Extra),)*
                    }
                }

                /// The library that the instruction names, if it does.
                #[inline]
                pub fn library(&self) -> Option<&$crate::isa::LibraryRef> {
                    match self {
                        $($Isa::$Variant $({ $($($field,)?)+ })? => {
                            $($($(if let Some(library) = $crate::isa::Operand::library($field) {
                                return Some(library);
                            })?)+)?
                            None
                        })+
                        $($Isa::$Extra(_) => define_isa!(@none $Extra),)*
                    }
                }

                /// The same, to be replaced.
                #[inline]
                pub fn library_mut(&mut self) -> Option<&mut $crate::isa::LibraryRef> {
                    match self {
                        $($Isa::$Variant $({ $($($field,)?)+ })? => {
                            $($($(if let Some(library) = $crate::isa::Operand::library_mut($field) {
                                return Some(library);
                            })?)+)?
                            None
                        })+
                        $($Isa::$Extra(_) => define_isa!(@none $Extra),)*
                    }
                }
            }
        };

        const _: () = {
            #[allow(non_upper_case_globals)]
            mod row {
                #[allow(clippy::enum_variant_names)]
                enum Row { $($Variant),+ }
                $(pub(super) const $Variant: u8 = Row::$Variant as u8;)+
            }
            struct Make<const ROW: u8>;
            $(
                impl Make<{ row::$Variant }> {
                    const fn instr(_parts: &[u8], _beside: &$crate::isa::Beside) -> $Isa {
                        #[allow(irrefutable_let_patterns)]
                        $(let [$($($field,)?)+ ..] = *_parts else {
                            panic!("an instruction with too few parts")
                        };)?
                        $Isa::$Variant $({ $($(
                            $field: <$Type>::from_part($field, _beside),
                        )?)+ })?
                    }
                }
            )+

            impl $Isa {
                /// The instruction of the row with this number. `parts` has a byte for each field
                /// that is not fixed, `beside` what takes more: the way of `aluasm!`, which must be
                /// short, because constant evaluation pays for every step.
                ///
                /// # Panics
                ///
                /// If there is no such row, or too few parts.
                #[allow(dead_code)]
                pub const fn from_parts(
                    row: u8,
                    parts: &[u8],
                    beside: &$crate::isa::Beside,
                ) -> $Isa {
                    define_isa!(@choose $Isa row parts beside $($Variant)+)
                }
            }
        };
    };

    (@condition $fields:expr,) => { None };
    (@condition $fields:expr, $field:ident, $value:literal) => {
        Some(($crate::isa::Form::required_field($fields, stringify!($field)), $value))
    };
    (@none $Extra:ident) => { None };

    // Sixteen rows a function, because constant evaluation goes through the arms of a `match` one by one.
    (@choose $Isa:ident $row:ident $parts:ident $beside:ident
        $a:ident $b:ident $c:ident $d:ident $e:ident $f:ident $g:ident $h:ident
        $i:ident $j:ident $k:ident $l:ident $m:ident $n:ident $o:ident $p:ident $($rest:ident)+
    ) => {
        if $row <= row::$p {
            define_isa!(@choose $Isa $row $parts $beside
                $a $b $c $d $e $f $g $h $i $j $k $l $m $n $o $p)
        } else {
            define_isa!(@choose $Isa $row $parts $beside $($rest)+)
        }
    };
    (@choose $Isa:ident $row:ident $parts:ident $beside:ident $($Variant:ident)+) => {{
        const fn choose(
            row: u8,
            parts: &[u8],
            beside: &$crate::isa::Beside,
        ) -> $Isa {
            match row {
                $(row::$Variant => Make::<{ row::$Variant }>::instr(parts, beside),)+
                _ => panic!("an instruction of no row"),
            }
        }
        choose($row, $parts, $beside)
    }};
}
