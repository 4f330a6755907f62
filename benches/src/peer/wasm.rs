//! WebAssembly in `wasmi`.

use wasmi::{Engine, Linker, Module, Store, TypedFunc};

/// A compiled module with one exported function, `run`, from a number to a number.
pub struct Wasm {
    engine: Engine,
    module: Module,
}

impl Wasm {
    /// # Panics
    ///
    /// If the text is not such a module.
    pub fn new(text: &str) -> Wasm {
        let engine = Engine::default();
        let binary = wat::parse_str(text).expect("the module is valid text");
        let module = Module::new(&engine, &binary[..]).expect("the module is valid");
        Wasm { engine, module }
    }

    /// A fresh store and instance.
    ///
    /// # Panics
    ///
    /// If the module exports no `run`.
    pub fn instance(&self) -> Instance {
        let mut store = Store::new(&self.engine, ());
        let instance = Linker::new(&self.engine)
            .instantiate_and_start(&mut store, &self.module)
            .expect("the module imports nothing");
        let run = instance.get_typed_func(&store, "run").expect("the module exports `run`");
        Instance { store, run }
    }
}

/// A module that is ready to run.
pub struct Instance {
    store: Store<()>,
    run: TypedFunc<u64, u64>,
}

impl Instance {
    /// # Panics
    ///
    /// If the program traps.
    pub fn run(&mut self, argument: u64) -> u64 {
        self.run.call(&mut self.store, argument).expect("the program does not trap")
    }
}
