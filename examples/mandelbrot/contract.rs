//! The program, the same for each format of the F registers.

use std::error::Error;

use aluvm::num::float::{self, FloatFormat};
use aluvm::{Instr, Lib, Program, Vm, aluasm};

/// How often the loop goes round at most.
pub(crate) const LIMIT: u16 = 500;

/// Counts in `a16[2]` how often `z <- z^2 + c` goes round before `|z|` exceeds 2, at most [`LIMIT`]
/// times. The point `c` is given by the centre of the picture in registers 0 and 1 of the format, the
/// distance of its points in register 2, and a column and a row in `a16[0]` and `a16[1]`, signed, from
/// the centre.
macro_rules! escape_time {
    ($float:ident) => {
        aluasm! {
            let step = $float[2];
            let real = $float[3];
            let imaginary = $float[4];
            let x = $float[5];
            let y = $float[6];
            let xx = $float[7];
            let yy = $float[8];
            let norm = $float[9];
            let bound = $float[10];
            let count = a16[2];
            let limit = a16[3];

                cnv     a16[0], real;
                mul.n   step, real;
                add.n   $float[0], real;
                cnv     a16[1], imaginary;
                mul.n   step, imaginary;
                add.n   $float[1], imaginary;

                put     x, 0.0;
                put     y, 0.0;
                put     bound, 4.0;
                put     count, 0;
                put     limit, LIMIT;
            next:
                dup     x, xx;
                mul.n   x, xx;
                dup     y, yy;
                mul.n   y, yy;
                dup     xx, norm;
                add.n   yy, norm;
                gt.e    norm, bound;
                jif     escaped;
                inc     count;
                mul.n   x, y;
                add.n   y, y;
                add.n   imaginary, y;       // y = 2xy + imaginary
                sub.n   xx, yy;
                mov     yy, x;
                add.n   real, x;            // x = xx - yy + real
                lt.u    count, limit;
                jif     next;
            escaped:
                ret;
        }
    };
}

/// The centre of a picture and the distance of its columns; rows are twice as far from each other.
#[derive(Clone, Debug)]
pub(crate) struct View {
    /// Real and imaginary part, as literals.
    pub(crate) centre: [String; 2],
    /// The distance of two points is 2 to the minus this.
    pub(crate) depth: u16,
}

/// A machine that computes points of a picture in one format.
pub(crate) struct Painter {
    vm: Vm,
    pub(crate) program: Program,
}

macro_rules! formats {
    ($($Float:ident $float:ident $set:ident;)+) => {
        impl Painter {
            /// A machine with the view in the F registers.
            pub(crate) fn new(format: FloatFormat, view: &View) -> Result<Painter, Box<dyn Error>> {
                let instrs = match format {
                    $(FloatFormat::$Float => {
                        static PROGRAM: [Instr; 29] = escape_time!($float);
                        &PROGRAM
                    })+
                };
                let program = Program::new(Lib::assemble(instrs)?)?;
                let mut vm = Vm::new();
                let [real, imaginary] = &view.centre;
                let step = format!("0x1p-{}", view.depth);
                for (index, literal) in (0..).zip([real, imaginary, &step]) {
                    match format {
                        $(FloatFormat::$Float => {
                            let value: float::$Float = literal.parse()?;
                            vm.registers_mut().$set(index, Some(value.into()))?;
                        })+
                    }
                }
                Ok(Painter { vm, program })
            }
        }
    };
}

formats! {
    F16b f16b set_f16b;
    F16 f16 set_f16;
    F32 f32 set_f32;
    F64 f64 set_f64;
    F80 f80 set_f80;
    F128 f128 set_f128;
    F256 f256 set_f256;
    F512 f512 set_f512;
}

impl Painter {
    /// How often the loop goes round at a point so many steps to the right of the centre and above it.
    pub(crate) fn escape_time(&mut self, column: i16, row: i16) -> Result<u16, Box<dyn Error>> {
        let registers = self.vm.registers_mut();
        // The machine has integers without sign; the instruction reads them as signed.
        registers.set_a16(0, column as u16)?;
        registers.set_a16(1, row as u16)?;
        let outcome = self.vm.run(&self.program);
        self.vm.registers().a16(2).ok_or_else(|| format!("no count is left: {outcome}").into())
    }
}
