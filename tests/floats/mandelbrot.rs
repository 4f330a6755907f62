//! The pictures of the Mandelbrot example, point by point: with the floats of Rust where it has them,
//! with exact numbers rounded after each step in all formats.

#[path = "../../examples/mandelbrot/contract.rs"]
mod contract;

use aluvm_core::num::float::{FloatFormat, Rounding};
use contract::{LIMIT, Painter, View};

use crate::literals;
use crate::operation::Operation;
use crate::oracle::{self, Value};
use aluvm_judge::float::Rational;

/// Columns and rows of the points that are compared.
const COLUMNS: [i16; 7] = [-31, -14, -5, 0, 3, 8, 30];
const ROWS: [i16; 6] = [-27, -12, -2, 1, 7, 22];

fn view(real: &str, imaginary: &str, depth: u16) -> View {
    View { centre: [real.into(), imaginary.into()], depth }
}

/// The whole set, and the surroundings of `i` at a depth that the format can show and one at which
/// its digits end.
fn views(format: FloatFormat) -> [View; 3] {
    let precision = format.precision() as u16;
    [view("-0.5", "0", 4), view("0", "1", precision - 5), view("0", "1", precision + 1)]
}

/// A number of a format whose operations round as the format does.
#[derive(Clone)]
struct Number {
    format: FloatFormat,
    value: Value,
}

impl Number {
    fn new(format: FloatFormat, value: &Rational) -> Self {
        let bytes = oracle::nearest(format, value).expect("no overflow");
        Self { format, value: oracle::decode(format, &bytes).expect("a value") }
    }

    fn apply(&self, operation: Operation, other: &Self) -> Self {
        let mode = Rounding::NearestEven;
        let bytes = operation.expected(self.format, &self.value, &other.value, mode);
        let value = oracle::decode(self.format, &bytes.expect("no overflow"));
        Self { format: self.format, value: value.expect("a value") }
    }

    fn add(&self, other: &Self) -> Self {
        self.apply(Operation::Add, other)
    }

    fn sub(&self, other: &Self) -> Self {
        self.apply(Operation::Sub, other)
    }

    fn mul(&self, other: &Self) -> Self {
        self.apply(Operation::Mul, other)
    }
}

fn escape_time(format: FloatFormat, view: &View, column: i16, row: i16) -> u16 {
    let step = Number::new(format, &Rational::new(1, 1).scaled(-i64::from(view.depth)));
    let [real, imaginary] =
        [(&view.centre[0], column), (&view.centre[1], row)].map(|(at, steps)| {
            let centre = Number::new(format, &literals::exact(at));
            step.mul(&Number::new(format, &Rational::new(steps, 1))).add(&centre)
        });
    let zero = Number::new(format, &Rational::zero());
    let four = Value::from(Rational::new(4, 1));
    let (mut x, mut y) = (zero.clone(), zero);
    for count in 0..LIMIT {
        let (xx, yy) = (x.mul(&x), y.mul(&y));
        if xx.add(&yy).value > four {
            return count;
        }
        let xy = x.mul(&y);
        y = xy.add(&xy).add(&imaginary);
        x = xx.sub(&yy).add(&real);
    }
    LIMIT
}

fn check(format: FloatFormat) {
    let mut different = 0;
    for view in views(format) {
        let mut painter = Painter::new(format, &view).expect("a view");
        for column in COLUMNS {
            for row in ROWS {
                let found = painter.escape_time(column, row).expect("a count");
                let expected = escape_time(format, &view, column, row);
                assert_eq!(found, expected, "{format:?} {view:?} {column} {row}");
                different += u32::from((1..LIMIT).contains(&found));
            }
        }
    }
    assert!(different > 20, "a picture of nothing");
}

macro_rules! formats {
    ($($name:ident $Format:ident)*) => {$(
        #[test]
        fn $name() {
            check(FloatFormat::$Format);
        }
    )*};
}

formats! {
    f16b F16b
    f16 F16
    f32 F32
    f64 F64
    f80 F80
    f128 F128
    f256 F256
    f512 F512
}

macro_rules! native {
    ($($name:ident $Format:ident $Float:ty;)*) => {$(
        #[test]
        fn $name() {
            for view in views(FloatFormat::$Format) {
                let mut painter = Painter::new(FloatFormat::$Format, &view).expect("a view");
                let step = (0..view.depth).fold(1.0, |step: $Float, _| step / 2.0);
                let centre = [0, 1].map(|part| view.centre[part].parse::<$Float>().expect("a number"));
                for row in -14..14 {
                    for column in -36..36 {
                        let real = centre[0] + step * <$Float>::from(column);
                        let imaginary = centre[1] + step * <$Float>::from(row);
                        let (mut x, mut y, mut count) = (0.0, 0.0, 0);
                        while count < LIMIT && x * x + y * y <= 4.0 {
                            let xy = x * y;
                            (x, y) = (x * x - y * y + real, xy + xy + imaginary);
                            count += 1;
                        }
                        let found = painter.escape_time(column, row).expect("a count");
                        assert_eq!(found, count, "{view:?} {column} {row}");
                    }
                }
            }
        }
    )*};
}

native! {
    native_f32 F32 f32;
    native_f64 F64 f64;
}
