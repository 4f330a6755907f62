//! Types of the language and values of them, for random programs.

use aluvm_core::isa::{Family, RegisterSize};
use aluvm_judge::float::{self, Rational};
use aluvm_tests::Random;
use num_bigint::{BigInt, Sign};

/// What the letter of a type says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Letter {
    U,
    I,
    F,
    R,
    Bytes,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Ty {
    pub letter: Letter,
    pub size: RegisterSize,
}

/// A value: a number of u, i or r, the pattern of a float, or a string.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    Number(BigInt),
    Float(Vec<u8>),
    Bytes(Vec<u8>),
}

/// Floats that every format has, as they are written, in quarters.
const FLOATS: [(&str, i32); 8] = [
    ("0.0", 0),
    ("1.0", 4),
    ("-1.0", -4),
    ("0.5", 2),
    ("-2.25", -9),
    ("3.75", 15),
    ("100.0", 400),
    ("12.0", 48),
];

const STRINGS: [&str; 6] = ["", "a", "ab", "aba", "abababab", "AluVM"];

impl Ty {
    pub const U8: Ty = Ty { letter: Letter::U, size: RegisterSize::A8 };
    pub const U16: Ty = Ty { letter: Letter::U, size: RegisterSize::A16 };
    pub const U64: Ty = Ty { letter: Letter::U, size: RegisterSize::A64 };
    pub const U128: Ty = Ty { letter: Letter::U, size: RegisterSize::A128 };
    pub const I32: Ty = Ty { letter: Letter::I, size: RegisterSize::A32 };
    pub const R256: Ty = Ty { letter: Letter::R, size: RegisterSize::R256 };
    pub const BYTES: Ty = Ty { letter: Letter::Bytes, size: RegisterSize::S16 };

    /// Every type.
    pub fn all() -> Vec<Ty> {
        let of_size = |size: &RegisterSize| {
            let letters: &[Letter] = match size.family() {
                Family::A => &[Letter::U, Letter::I],
                Family::F => &[Letter::F],
                Family::R => &[Letter::R],
                Family::S => &[Letter::Bytes],
            };
            let size = *size;
            letters.iter().map(move |letter| Ty { letter: *letter, size })
        };
        RegisterSize::ALL.iter().flat_map(of_size).collect()
    }

    /// Those with one of the letters.
    pub fn of(letters: &[Letter]) -> Vec<Ty> {
        Ty::all().into_iter().filter(|ty| letters.contains(&ty.letter)).collect()
    }

    pub fn bits(self) -> u32 {
        8 * self.size.bytes() as u32
    }

    pub fn is(self, letters: &[Letter]) -> bool {
        letters.contains(&self.letter)
    }

    pub fn name(self) -> String {
        match self.letter {
            Letter::U => format!("u{}", self.bits()),
            Letter::I => format!("i{}", self.bits()),
            Letter::F | Letter::R => self.size.to_string(),
            Letter::Bytes => "bytes".into(),
        }
    }

    pub fn least(self) -> BigInt {
        let half = BigInt::from(1) << (self.bits() - 1);
        if self.letter == Letter::I { -half } else { BigInt::ZERO }
    }

    pub fn most(self) -> BigInt {
        self.least() + (BigInt::from(1) << self.bits()) - 1
    }

    /// Whether a number is of the type.
    pub fn has(self, value: &BigInt) -> bool {
        *value >= self.least() && *value <= self.most()
    }

    /// A value of the type, often at an edge.
    pub fn value(self, random: &mut Random) -> Value {
        match self.letter {
            Letter::F => self.float(random),
            Letter::Bytes => {
                let text = *random.pick(&STRINGS);
                Value::Bytes(text.repeat(1 + random.below(3) as usize).into_bytes())
            }
            _ => Value::Number(self.number(random)),
        }
    }

    /// A literal as it is written, with its value.
    pub fn literal(self, random: &mut Random) -> (String, Value) {
        match self.letter {
            Letter::F => {
                let (text, quarters) = *random.pick(&FLOATS);
                let number = Rational::new(quarters, 4);
                let pattern = float::nearest(float::format(self.size), &number);
                (text.into(), Value::Float(pattern.expect("small")))
            }
            Letter::Bytes => {
                let text = *random.pick(&STRINGS);
                (format!("\"{text}\""), Value::Bytes(text.into()))
            }
            _ => {
                let number = self.number(random);
                (number.to_string(), Value::Number(number))
            }
        }
    }

    fn number(self, random: &mut Random) -> BigInt {
        match random.below(10) {
            0 => self.least(),
            1 => self.most(),
            2..6 => BigInt::from(random.below(12)),
            6 if self.letter == Letter::I => BigInt::ZERO - random.below(12),
            _ => {
                let value = random.integer(self.bits()) % (self.most() + 1);
                if self.has(&value) { value } else { BigInt::from(random.below(100)) }
            }
        }
    }

    /// A float: small, or any pattern, infinities and subnormals among them.
    fn float(self, random: &mut Random) -> Value {
        let format = float::format(self.size);
        if random.chance(60) {
            return self.literal(random).1;
        }
        loop {
            let mut pattern = float::bytes(&random.integer(self.bits()), self.size.bytes());
            if random.chance(30) {
                let last = pattern.len() - 1;
                pattern[last] = *random.pick(&[0x00, 0x80, 0x3F, 0x7F]);
                pattern[last / 2..last].fill(*random.pick(&[0x00, 0xFF, 0x80]));
            }
            if float::decode(format, &pattern).is_some() {
                return Value::Float(pattern);
            }
        }
    }
}

impl Value {
    pub fn number(&self) -> &BigInt {
        let Value::Number(number) = self else { panic!("a number") };
        number
    }

    pub fn float(&self) -> &[u8] {
        let Value::Float(pattern) = self else { panic!("a float") };
        pattern
    }

    pub fn bytes(&self) -> &[u8] {
        let Value::Bytes(bytes) = self else { panic!("a string") };
        bytes
    }

    /// What a register of the type holds.
    pub fn pattern(&self, ty: Ty) -> Vec<u8> {
        match self {
            Value::Number(number) => {
                let mut bytes = number.to_signed_bytes_le();
                bytes.resize(ty.size.bytes(), if number.sign() == Sign::Minus { 0xFF } else { 0 });
                bytes.truncate(ty.size.bytes());
                bytes
            }
            Value::Float(bytes) | Value::Bytes(bytes) => bytes.clone(),
        }
    }

    /// The value that a register of the type holds.
    pub fn of_pattern(bytes: Vec<u8>, ty: Ty) -> Value {
        match ty.letter {
            Letter::I => Value::Number(BigInt::from_signed_bytes_le(&bytes)),
            Letter::U | Letter::R => Value::Number(BigInt::from_bytes_le(Sign::Plus, &bytes)),
            Letter::F => Value::Float(bytes),
            Letter::Bytes => Value::Bytes(bytes),
        }
    }
}
