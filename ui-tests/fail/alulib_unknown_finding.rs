//! Names of findings that there are not.

use aluvm::alulib;

alulib! {
    #[allow(unset_outputs)]
    mod library {
        #![allow(unused_inputs)]
        #![deny(unread_state)]

        #[allow(unused_lable, dead_code, clippy::all, unused_imports)]
        pub fn two(_x: a8[3]) {
            #[allow(unreached)]
            ret;
        }
    }
}

fn main() {
    let _ = library::two(&mut aluvm::Vm::new(), 5);
}
