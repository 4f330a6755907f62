//! The body of a twin: its steps as statements of Rust, one step at a time.

mod values;

use aluvm_core::contract::twin::{Step, Twin, TwinCallee, increment};
use aluvm_core::contract::{AssembledInstr, AssembledRoutine};
use proc_macro2::{Ident, Literal, TokenStream};
use syn::Lifetime;

use super::super::super::library::{Library, own};
use super::value_type;
use crate::diagnostics::Place;
use crate::facade::{generate, generated};

/// What steps have left.
enum Left {
    /// A variable as a value.
    Variable(usize),
    /// An expression of a value, or of an option that is tested.
    Value(TokenStream),
    /// A function of values, with what stands behind its name, and its arguments.
    Applied(Ident, Option<TokenStream>, Vec<TokenStream>),
    /// An expression of a condition.
    Condition(TokenStream),
    /// An expression of the tuple of outputs of a call.
    Outputs(TokenStream),
}

/// A block that is being written.
enum Frame {
    /// What is written when it ends: the jump behind it if the condition is true.
    Unless(TokenStream, TokenStream),
    /// The same of a block for a condition that is false, with another behind it.
    If(TokenStream, TokenStream),
    /// The condition, the jump before the block for a true one, and the other block.
    Else(TokenStream, TokenStream, TokenStream),
    Loop(Lifetime),
}

pub(super) struct Writer<'w, 'l> {
    library: &'w Library<'l>,
    instrs: &'w [AssembledInstr<Place>],
    twin: &'w Twin,
    variables: &'w [Ident],
    private: TokenStream,
    left: Vec<Left>,
    /// The statements of the blocks that are being written, the innermost last.
    blocks: Vec<TokenStream>,
    frames: Vec<Frame>,
    loops: usize,
}

impl<'w, 'l> Writer<'w, 'l> {
    pub(super) fn new(
        library: &'w Library<'l>,
        routine: &AssembledRoutine,
        twin: &'w Twin,
        variables: &'w [Ident],
    ) -> Writer<'w, 'l> {
        Writer {
            library,
            instrs: library.contract.instrs.get(routine.instrs.clone()).unwrap_or_default(),
            twin,
            variables,
            private: library.private(),
            left: Vec::new(),
            blocks: vec![TokenStream::new()],
            frames: Vec::new(),
            loops: 0,
        }
    }

    /// All statements.
    pub(super) fn body(mut self) -> TokenStream {
        let twin = self.twin;
        for step in &twin.steps {
            self.step(step);
        }
        debug_assert!(self.left.is_empty() && self.frames.is_empty() && self.blocks.len() == 1);
        self.blocks.into_iter().collect()
    }

    fn step(&mut self, step: &Step) {
        match step {
            Step::Constant { register, at } => {
                let value = self.constant(*register, *at);
                self.left.push(Left::Value(value));
            }
            Step::Read(variable) => self.left.push(Left::Variable(*variable)),
            Step::Apply { function, operands, result } => {
                let operands = self.values(*operands);
                let function = own(function);
                let result = result.map(|size| value_type(&self.private, size));
                let generics = result.map(|result| generate!(::<#result, _>));
                self.left.push(Left::Applied(function, generics, operands));
            }
            Step::Increment { at } => {
                let value = self.value();
                let number = self.instr(*at).and_then(|instr| increment(&instr));
                let number = Literal::i8_suffixed(number.unwrap_or_default());
                let operands = vec![value, generate!(#number)];
                self.left.push(Left::Applied(own("increment"), None, operands));
            }
            Step::Compare { function, operands } => {
                let operands = self.compared(*operands);
                let function = own(function);
                let condition = generate!(native::#function(#(#operands),*));
                self.left.push(Left::Condition(condition));
            }
            Step::Execute { at, operands, result } => self.execute(*at, operands, *result),
            Step::Not => {
                let condition = self.condition();
                self.left.push(Left::Condition(generate!(!(#condition))));
            }
            Step::Or { at } => {
                let (second, first) = (self.condition(), self.condition());
                let jump = self.jump(*at);
                let condition = generate!((if #first { #jump true } else { #second }));
                self.left.push(Left::Condition(condition));
            }
            Step::Test { at } => self.test(*at),
            Step::Discard => {
                let condition = self.condition();
                self.write(generate!(let _ = #condition;));
            }
            Step::Call { callee, inputs, outputs, at } => {
                let call = self.call(callee, *inputs, *at);
                self.left.push(match outputs {
                    0 => Left::Condition(call),
                    _ => Left::Outputs(call),
                });
            }
            Step::Output => {
                let outputs = self.outputs();
                self.left.push(Left::Value(generate!((#outputs).0)));
            }
            Step::Assign(variable) => {
                let value = self.value();
                let variable = self.variable(*variable);
                self.write(generate!(#variable = #value;));
            }
            Step::Outputs(variables) => self.distribute(variables),
            _ => self.control(step),
        }
    }

    /// A step that leads elsewhere.
    fn control(&mut self, step: &Step) {
        match step {
            Step::Unless { at } => {
                let (condition, jump) = (self.condition(), self.jump(*at));
                self.begin(Frame::Unless(condition, jump));
            }
            Step::If { at } => {
                let (condition, jump) = (self.condition(), self.jump(*at));
                self.begin(Frame::If(condition, jump));
            }
            Step::Else => {
                let otherwise = self.blocks.pop().unwrap_or_default();
                if let Some(Frame::If(condition, jump)) = self.frames.pop() {
                    self.begin(Frame::Else(condition, jump, otherwise));
                }
            }
            Step::Loop => {
                self.loops += 1;
                let label = format!("'aluvm_{}", self.loops);
                self.begin(Frame::Loop(Lifetime::new(&label, generated())));
            }
            Step::End | Step::Again => self.end(),
            Step::Leave { at } => {
                let (condition, jump) = (self.condition(), self.jump(*at));
                let label = self.label();
                self.write(generate!(if #condition { #jump break #label; }));
            }
            Step::Jump { at } => {
                let jump = self.jump(*at);
                self.write(jump);
            }
            Step::Break { at } => {
                let (jump, label) = (self.jump(*at), self.label());
                self.write(generate!(#jump break #label;));
            }
            Step::Continue { at } => {
                let (jump, label) = (self.jump(*at), self.label());
                self.write(generate!(#jump continue #label;));
            }
            Step::Return { .. } => {
                let outputs = self.twin.outputs.iter().map(|output| self.owned(*output));
                let result = match self.twin.outputs.is_empty() {
                    true => generate!(true),
                    false => generate!((#(#outputs,)*)),
                };
                self.write(generate!(return native::Run::end(aluvm_run, #result);));
            }
            Step::Verdict { at } => {
                let (condition, offset) = (self.condition(), self.offset(*at));
                self.write(generate! {
                    let aluvm_verdict = #condition;
                    return native::Run::verdict(aluvm_run, aluvm_verdict, #offset);
                });
            }
            Step::Fail { at } => {
                let offset = self.offset(*at);
                self.write(generate!(return Err(native::Run::fail(aluvm_run, #offset));));
            }
            _ => {}
        }
    }

    fn write(&mut self, statement: TokenStream) {
        if let Some(block) = self.blocks.last_mut() {
            block.extend(statement);
        }
    }

    fn begin(&mut self, frame: Frame) {
        self.frames.push(frame);
        self.blocks.push(TokenStream::new());
    }

    /// Writes the block that ends.
    fn end(&mut self) {
        let (Some(frame), Some(block)) = (self.frames.pop(), self.blocks.pop()) else { return };
        self.write(match frame {
            Frame::Unless(condition, jump) | Frame::If(condition, jump) => {
                generate!(if #condition { #jump } else { #block })
            }
            Frame::Else(condition, jump, otherwise) => {
                generate!(if #condition { #jump #block } else { #otherwise })
            }
            Frame::Loop(label) => {
                let halted = halted();
                generate!(#label: loop { #halted #block })
            }
        });
    }

    /// The label of the innermost loop.
    fn label(&self) -> Option<&Lifetime> {
        self.frames.iter().rev().find_map(|frame| match frame {
            Frame::Loop(label) => Some(label),
            _ => None,
        })
    }

    /// The offset of an instruction.
    fn offset(&self, at: u32) -> Literal {
        let instr = self.instrs.get(at as usize);
        Literal::u16_suffixed(instr.map_or(0, |instr| instr.offset))
    }

    fn instr(&self, at: u32) -> Option<aluvm_core::isa::Instr> {
        self.instrs.get(at as usize)?.resolved.clone()?.into_instr()
    }

    fn jump(&self, at: u32) -> TokenStream {
        let offset = self.offset(at);
        generate!(native::Run::jump(aluvm_run, #offset);)
    }

    fn variable(&self, number: usize) -> Option<&'w Ident> {
        self.variables.get(number)
    }

    fn call(&mut self, callee: &TwinCallee, inputs: usize, at: u32) -> TokenStream {
        let values = self.values(inputs);
        let names: Vec<Ident> =
            (0..values.len()).map(|number| own(&format!("aluvm_input_{number}"))).collect();
        let jump = self.jump(at);
        let items = &self.library.contract.inside.items;
        let name = |item: usize| {
            let name = items.get(item).and_then(|item| item.name);
            name.map(|name| self.library.ident(name.token))
        };
        let call = match callee {
            TwinCallee::Own(item) => {
                let name = name(*item);
                generate! {
                    match self::#name(aluvm_run, #(#names),*) {
                        Ok(aluvm_outputs) => aluvm_outputs,
                        Err(aluvm_halt) => return Err(aluvm_halt),
                    }
                }
            }
            TwinCallee::Other(item, routine) => {
                let (module, routine) = (name(*item), own(routine));
                generate! {
                    match super::#module::aluvm_native::#routine(aluvm_run, #(#names),*) {
                        Ok(aluvm_outputs) => aluvm_outputs,
                        Err(aluvm_halt) => {
                            let aluvm_id = super::#module::ID;
                            return Err(native::Run::within(aluvm_run, aluvm_id, aluvm_halt));
                        }
                    }
                }
            }
        };
        let halted = halted();
        generate!({ #(let #names = #values;)* #jump #halted #call })
    }

    fn distribute(&mut self, variables: &[Option<usize>]) {
        let outputs = self.outputs();
        let variables = variables.iter().enumerate().filter_map(|(number, variable)| {
            let variable = self.variable((*variable)?)?;
            let number = Literal::usize_unsuffixed(number);
            Some(generate!(#variable = aluvm_outputs.#number;))
        });
        let variables: TokenStream = variables.collect();
        self.write(generate!(let aluvm_outputs = #outputs; #variables));
    }
}

/// Stops where the machine did.
fn halted() -> TokenStream {
    generate! {
        if let Some(aluvm_halt) = native::Run::halted(aluvm_run) {
            return Err(aluvm_halt);
        }
    }
}
