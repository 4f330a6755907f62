use aluvm_benches::rows::wide::*;
use aluvm_core::vm::{Vm};
use aluvm_core::library::Program;
use ruint::aliases::U1024;
fn main(){
  let (d,s)=(number(1023),number(511));
  println!("d={d:#x}\ns={s:#x}\nq={:#x}", d.wrapping_div(s));
  for count in [64u64,128,192,4096] {
  let mut v=s; for _ in 0..count {v=d.wrapping_div(v);}
  let g=guest("div.uc",d,s,count);
  let mut vm=Vm::new(); let p=Program::new(g.lib().clone()).unwrap();
  println!("{:?}", vm.run(&p));
  println!("{:?}\n{:#x}", vm.registers().get(g.result()).map(|v|v.to_string()), v);
  println!("{:?}",vm.registers());
  }
  println!("{:#x}", U1024::ONE);
}
