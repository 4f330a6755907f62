//! Cranelift at run time: one function for a routine, in whose variables the limbs of the registers are.

use std::mem::{offset_of, transmute};

use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{AbiParam, Block, InstBuilder, MemFlagsData, Value, types};
use cranelift_codegen::settings::{self, Configurable};
use cranelift_frontend::{FunctionBuilder, FunctionBuilderContext, Variable};
use cranelift_jit::{JITBuilder, JITModule};
use cranelift_module::{Module, default_libcall_names};

use crate::machine::{COST, Instr, Machine, REGISTERS};

/// Runs until the code ends or the interpreter must go on; answers at which instruction.
pub(crate) type Compiled = extern "C" fn(*mut Machine) -> u64;

/// Compiles, and keeps what it compiled.
pub(crate) struct Compiler {
    module: JITModule,
    context: FunctionBuilderContext,
}

impl Compiler {
    /// For the processor that this runs on.
    pub(crate) fn new() -> Compiler {
        let mut flags = settings::builder();
        flags.set("opt_level", "speed").expect("a level that there is");
        let builder = cranelift_native::builder().expect("a processor that Cranelift knows");
        let isa = builder.finish(settings::Flags::new(flags)).expect("flags that it takes");
        let module = JITModule::new(JITBuilder::with_isa(isa, default_libcall_names()));
        Compiler { module, context: FunctionBuilderContext::new() }
    }

    /// Compiles a routine on registers of so many limbs, with a test of each operand whether it is defined, or
    /// without.
    pub(crate) fn compile(&mut self, code: &[Instr], limbs: usize, tested: bool) -> Compiled {
        let mut context = self.module.make_context();
        context.func.signature.params.push(AbiParam::new(types::I64));
        context.func.signature.returns.push(AbiParam::new(types::I64));
        let builder = FunctionBuilder::new(&mut context.func, &mut self.context);
        let mut routine = Routine::begin(builder, code, limbs, tested);
        routine.body(code);
        routine.finish();
        routine.builder.finalize(self.module.isa().frontend_config());
        let function = self.module.declare_anonymous_function(&context.func.signature);
        let function = function.expect("a signature that it takes");
        self.module.define_function(function, &mut context).expect("code that it can compile");
        self.module.clear_context(&mut context);
        self.module.finalize_definitions().expect("memory for code");
        let code = self.module.get_finalized_function(function);
        // SAFETY: the code was compiled with this signature, and its memory lives until the process ends.
        unsafe { transmute::<*const u8, Compiled>(code) }
    }
}

/// A routine while it is compiled.
struct Routine<'a> {
    builder: FunctionBuilder<'a>,
    limbs: usize,
    tested: bool,
    machine: Value,
    registers: Vec<Vec<Variable>>,
    undefined: Variable,
    st0: Variable,
    turns: Variable,
    complexity: Variable,
    /// For each instruction to which a jump goes, its block.
    blocks: Vec<Option<Block>>,
    /// Writes all back.
    leave: Block,
}

/// Where the limb of a register lies in the machine.
fn offset_of_limb(register: usize, limb: usize) -> i32 {
    (offset_of!(Machine, registers) + 32 * register + 8 * limb) as i32
}

/// Where the rest lies.
const UNDEFINED: i32 = offset_of!(Machine, undefined) as i32;
const ST0: i32 = offset_of!(Machine, st0) as i32;
const TURNS: i32 = offset_of!(Machine, turns) as i32;
const COMPLEXITY: i32 = offset_of!(Machine, complexity) as i32;

impl<'a> Routine<'a> {
    /// Loads all that there is of a machine.
    fn begin(
        mut builder: FunctionBuilder<'a>,
        code: &[Instr],
        limbs: usize,
        tested: bool,
    ) -> Routine<'a> {
        let entry = builder.create_block();
        builder.append_block_params_for_function_params(entry);
        builder.switch_to_block(entry);
        builder.seal_block(entry);
        let machine = builder.block_params(entry)[0];
        let leave = builder.create_block();
        builder.append_block_param(leave, types::I64);
        let mut load = |offset: i32| {
            let variable = builder.declare_var(types::I64);
            let value = builder.ins().load(types::I64, MemFlagsData::trusted(), machine, offset);
            builder.def_var(variable, value);
            variable
        };
        let registers = (0..REGISTERS)
            .map(|register| (0..limbs).map(|limb| load(offset_of_limb(register, limb))).collect())
            .collect();
        let [undefined, st0, turns, complexity] = [UNDEFINED, ST0, TURNS, COMPLEXITY].map(load);
        let mut blocks = vec![None; code.len()];
        for instr in code {
            if let Instr::Jif(target) = instr {
                blocks[*target] = Some(builder.create_block());
            }
        }
        Routine {
            builder,
            limbs,
            tested,
            machine,
            registers,
            undefined,
            st0,
            turns,
            complexity,
            blocks,
            leave,
        }
    }

    fn body(&mut self, code: &[Instr]) {
        let mut cost = 0;
        for (number, instr) in code.iter().enumerate() {
            if let Some(block) = self.blocks[number] {
                self.builder.ins().jump(block, &[]);
                self.builder.switch_to_block(block);
                cost = 0;
            }
            cost += COST;
            self.instr(number, *instr, cost);
        }
        self.builder.seal_all_blocks();
    }

    /// Writes all back, and returns at which instruction that is.
    fn finish(&mut self) {
        self.builder.switch_to_block(self.leave);
        for (register, limbs) in self.registers.clone().into_iter().enumerate() {
            for (limb, variable) in limbs.into_iter().enumerate() {
                self.store(variable, offset_of_limb(register, limb));
            }
        }
        self.store(self.undefined, UNDEFINED);
        self.store(self.st0, ST0);
        self.store(self.turns, TURNS);
        self.store(self.complexity, COMPLEXITY);
        let at = self.builder.block_params(self.leave)[0];
        self.builder.ins().return_(&[at]);
        self.builder.seal_all_blocks();
    }

    fn store(&mut self, variable: Variable, offset: i32) {
        let value = self.builder.use_var(variable);
        self.builder.ins().store(MemFlagsData::trusted(), value, self.machine, offset);
    }

    fn get(&mut self, register: usize) -> Vec<Value> {
        let limbs = self.registers[register].clone();
        limbs.into_iter().map(|limb| self.builder.use_var(limb)).collect()
    }

    /// Sets a register, and `st0` to true.
    fn set(&mut self, register: usize, value: &[Value]) {
        for (variable, limb) in self.registers[register].clone().into_iter().zip(value) {
            self.builder.def_var(variable, *limb);
        }
        let one = self.builder.ins().iconst(types::I64, 1);
        self.builder.def_var(self.st0, one);
    }

    /// Leaves for the interpreter, which does the instruction, where a register is undefined.
    fn test(&mut self, registers: &[usize], number: usize) {
        if !self.tested {
            return;
        }
        let bits = registers.iter().fold(0i64, |bits, register| bits | 1 << register);
        let undefined = self.builder.use_var(self.undefined);
        let found = self.builder.ins().band_imm_s(undefined, bits);
        self.leave_if(found, number);
    }

    fn leave_if(&mut self, condition: Value, number: usize) {
        let next = self.builder.create_block();
        let at = self.builder.ins().iconst(types::I64, number as i64);
        self.builder.ins().brif(condition, self.leave, &[at.into()], next, &[]);
        self.builder.seal_block(next);
        self.builder.switch_to_block(next);
    }

    fn instr(&mut self, number: usize, instr: Instr, cost: i64) {
        match instr {
            Instr::Put(dst, value) => self.put(dst, &value),
            Instr::Add(src, dst) => {
                self.test(&[src, dst], number);
                let (a, b) = (self.get(src), self.get(dst));
                let (sum, _) = self.sum(&a, &b);
                self.set(dst, &sum);
            }
            Instr::Mul(src, dst) => {
                self.test(&[src, dst], number);
                let (a, b) = (self.get(src), self.get(dst));
                let product = self.product(&a, &b);
                self.set(dst, &product);
            }
            Instr::Xor(first, second, dst) => {
                self.test(&[first, second], number);
                let limbs = self.get(first).into_iter().zip(self.get(second));
                let value: Vec<Value> = limbs.map(|(a, b)| self.builder.ins().bxor(a, b)).collect();
                self.set(dst, &value);
            }
            Instr::Inc(dst) => {
                self.test(&[dst], number);
                let value = self.get(dst);
                let zero = self.builder.ins().iconst(types::I64, 0);
                let mut one = vec![zero; self.limbs];
                one[0] = self.builder.ins().iconst(types::I64, 1);
                let (sum, carry) = self.sum(&value, &one);
                self.leave_if(carry, number);
                self.set(dst, &sum);
            }
            Instr::Lt(first, second) => {
                self.test(&[first, second], number);
                let (a, b) = (self.get(first), self.get(second));
                let less = self.less(&a, &b);
                self.builder.def_var(self.st0, less);
            }
            Instr::Jif(target) => self.jump_if(number, target, cost),
            Instr::Ret => {
                let at = self.builder.ins().iconst(types::I64, number as i64);
                self.builder.ins().jump(self.leave, &[at.into()]);
            }
        }
    }

    fn put(&mut self, dst: usize, value: &[u64]) {
        for (variable, limb) in self.registers[dst].clone().into_iter().zip(value) {
            let constant = self.builder.ins().iconst(types::I64, *limb as i64);
            self.builder.def_var(variable, constant);
        }
        let undefined = self.builder.use_var(self.undefined);
        let undefined = self.builder.ins().band_imm_s(undefined, !(1i64 << dst));
        self.builder.def_var(self.undefined, undefined);
    }

    /// Brings the complexity up to date, and jumps if `st0` is true and a jump may be taken.
    fn jump_if(&mut self, number: usize, target: usize, cost: i64) {
        let complexity = self.builder.use_var(self.complexity);
        let complexity = self.builder.ins().iadd_imm_s(complexity, cost);
        self.builder.def_var(self.complexity, complexity);
        let (taken, next) = (self.builder.create_block(), self.builder.create_block());
        let st0 = self.builder.use_var(self.st0);
        self.builder.ins().brif(st0, taken, &[], next, &[]);
        self.builder.seal_block(taken);
        self.builder.seal_block(next);
        self.builder.switch_to_block(taken);
        let turns = self.builder.use_var(self.turns);
        let none = self.builder.ins().icmp_imm_s(IntCC::Equal, turns, 0);
        self.leave_if(none, number);
        let turns = self.builder.ins().iadd_imm_s(turns, -1);
        self.builder.def_var(self.turns, turns);
        let target = self.blocks[target].expect("each target has a block");
        self.builder.ins().jump(target, &[]);
        self.builder.switch_to_block(next);
    }

    /// The sum of two limbs, and the carry.
    fn carry(&mut self, a: Value, b: Value) -> (Value, Value) {
        let sum = self.builder.ins().iadd(a, b);
        let carry = self.builder.ins().icmp(IntCC::UnsignedLessThan, sum, a);
        (sum, self.builder.ins().uextend(types::I64, carry))
    }

    fn sum(&mut self, a: &[Value], b: &[Value]) -> (Vec<Value>, Value) {
        let mut carry = self.builder.ins().iconst(types::I64, 0);
        let mut sum = Vec::new();
        for (a, b) in a.iter().zip(b) {
            let (part, first) = self.carry(*a, *b);
            let (part, second) = self.carry(part, carry);
            carry = self.builder.ins().bor(first, second);
            sum.push(part);
        }
        (sum, carry)
    }

    fn product(&mut self, a: &[Value], b: &[Value]) -> Vec<Value> {
        let zero = self.builder.ins().iconst(types::I64, 0);
        let mut product = vec![zero; self.limbs];
        for i in 0..self.limbs {
            let mut high = zero;
            for j in 0..self.limbs - i {
                let low = self.builder.ins().imul(a[i], b[j]);
                let (sum, first) = self.carry(product[i + j], low);
                let (sum, second) = self.carry(sum, high);
                product[i + j] = sum;
                if i + j + 1 < self.limbs {
                    let top = self.builder.ins().umulhi(a[i], b[j]);
                    let top = self.builder.ins().iadd(top, first);
                    high = self.builder.ins().iadd(top, second);
                }
            }
        }
        product
    }

    fn less(&mut self, a: &[Value], b: &[Value]) -> Value {
        let mut less = self.builder.ins().icmp(IntCC::UnsignedLessThan, a[0], b[0]);
        for (a, b) in a.iter().zip(b).skip(1) {
            let below = self.builder.ins().icmp(IntCC::UnsignedLessThan, *a, *b);
            let same = self.builder.ins().icmp(IntCC::Equal, *a, *b);
            let before = self.builder.ins().band(same, less);
            less = self.builder.ins().bor(below, before);
        }
        self.builder.ins().uextend(types::I64, less)
    }
}
