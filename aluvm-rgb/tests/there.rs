//! The network's machine, from the registry: `rgb-aluvm` with the instructions of `rgb-consensus`.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::mem::MaybeUninit;
use std::panic::{self, AssertUnwindSafe};
use std::rc::Rc;
use std::sync::Once;

use aluvm_rgb::Signature;
use amplify::confinement::{Confined, NonEmptyVec, SmallBlob, U16};
use amplify::{ByteArray, Bytes64, Wrapper};
use deployed::Vm;
use deployed::isa::{Instr, InstructionSet};
use deployed::library::{Lib, LibId, LibSite};
use deployed::reg::{Reg32, RegA, RegAFR, RegF, RegR, RegS};
use rgbcore::vm::{
    ContractStateAccess, ExternalAnchor, GlobalOrd, GlobalStateEntry, GlobalsIter, OrdOpRef,
    RgbIsa, UnknownGlobalStateType,
};
use rgbcore::{
    Assign, AssignmentType, Assignments, BuilderSeal, ExposedSeal, FungibleState, Genesis,
    GlobalState, GlobalStateType, MetaType, MetaValue, Metadata, Operation, RevealedData,
    RevealedState, RevealedValue, Transition, TransitionType, TypedAssigns,
};
use secp256k1::{Message, SecretKey, ecdsa};
use strict_encoding::{StrictDecode, StrictDumb, StrictEncode};

use crate::Left;
use crate::given::{Given, Owned, Signed};

/// The contract's global state.
pub struct Contract(BTreeMap<GlobalStateType, Vec<GlobalStateEntry>>);

impl fmt::Debug for Contract {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.keys()).finish()
    }
}

/// The items of one type, the latest first.
pub struct Items(std::vec::IntoIter<GlobalStateEntry>);

impl Iterator for Items {
    type Item = GlobalStateEntry;

    fn next(&mut self) -> Option<GlobalStateEntry> {
        self.0.next()
    }
}

impl GlobalsIter for Items {
    fn at_depth(&self, depth: usize) -> Option<GlobalStateEntry> {
        self.0.as_slice().get(depth).cloned()
    }
}

impl ContractStateAccess for Contract {
    fn global(
        &self,
        ty: GlobalStateType,
    ) -> Result<
        impl GlobalsIter<Item = impl std::borrow::Borrow<GlobalStateEntry>>,
        UnknownGlobalStateType,
    > {
        let items = self.0.get(&ty).ok_or(UnknownGlobalStateType(ty))?;
        Ok(Items(items.clone().into_iter()))
    }

    fn rights(&self, _: rgbcore::bitcoin::OutPoint, _: AssignmentType) -> u32 {
        0
    }

    fn fungible(
        &self,
        _: rgbcore::bitcoin::OutPoint,
        _: AssignmentType,
    ) -> impl DoubleEndedIterator<Item = FungibleState> {
        std::iter::empty()
    }

    fn data(
        &self,
        _: rgbcore::bitcoin::OutPoint,
        _: AssignmentType,
    ) -> impl DoubleEndedIterator<Item = impl std::borrow::Borrow<RevealedData>> {
        std::iter::empty::<RevealedData>()
    }
}

/// What the crate hands to its machine.
pub type Context<'c> = <RgbIsa<Contract> as InstructionSet>::Context<'c>;

fn data(bytes: &[u8]) -> RevealedData {
    RevealedData::new(SmallBlob::try_from(bytes.to_vec()).expect("short"))
}

fn revealed(owned: &Owned) -> RevealedState {
    match owned {
        Owned::Right => RevealedState::Void,
        Owned::Amount(amount) => RevealedState::Fungible(RevealedValue::from(*amount)),
        Owned::Data(bytes) => RevealedState::Structured(data(bytes)),
    }
}

fn assignments<Seal>(given: &Given) -> Assignments<Seal>
where
    BuilderSeal<Seal>: StrictDumb,
    Assignments<Seal>:
        Wrapper<Inner = Confined<BTreeMap<AssignmentType, TypedAssigns<Seal>>, 0, U16>>,
    Seal: ExposedSeal + StrictDumb + StrictEncode + StrictDecode,
{
    let typed = given.outputs.iter().filter(|(_, owned)| !owned.is_empty()).map(|(ty, owned)| {
        macro_rules! typed {
            ($Kind:ident, $state:expr) => {{
                let states = owned.iter().map($state);
                let list = states.map(|state| Assign { seal: StrictDumb::strict_dumb(), state });
                let list: NonEmptyVec<_, U16> = Confined::try_from_iter(list).expect("few");
                TypedAssigns::$Kind(list.into())
            }};
        }
        let typed = match owned[0] {
            Owned::Right => typed!(Declarative, |_| Default::default()),
            Owned::Amount(_) => typed!(Fungible, |owned| match owned {
                Owned::Amount(amount) => RevealedValue::from(*amount),
                _ => unreachable!("one kind of state for a type"),
            }),
            Owned::Data(_) => typed!(Structured, |owned| match owned {
                Owned::Data(bytes) => data(bytes),
                _ => unreachable!("one kind of state for a type"),
            }),
        };
        (AssignmentType::with(*ty), typed)
    });
    Assignments::from_inner(Confined::try_from_iter(typed).expect("few"))
}

fn globals(given: &Given) -> GlobalState {
    let mut globals = GlobalState::default();
    for (ty, items) in &given.globals {
        for item in items {
            globals.add_state(GlobalStateType::with(*ty), data(item)).expect("few");
        }
    }
    globals
}

fn metadata(given: &Given) -> Metadata {
    let mut metadata = Metadata::default();
    for (ty, bytes) in &given.metadata {
        let value = MetaValue::from(SmallBlob::try_from(bytes.clone()).expect("short"));
        metadata.add_value(MetaType::with(*ty), value).expect("few");
    }
    metadata
}

/// The key that contracts name.
pub fn secret_key() -> SecretKey {
    SecretKey::from_secret_bytes([7; 32]).expect("in range")
}

/// Signs a transition as it says, over its id.
fn sign(given: &mut Given, transition: &mut Transition) {
    let id = transition.id().to_byte_array();
    let over = |message| ecdsa::sign(Message::from_digest(message), &secret_key());
    let compact = match given.signed {
        Signed::Not => None,
        Signed::Right => Some(over(id).serialize_compact()),
        Signed::Wrong => Some(over([1; 32]).serialize_compact()),
        Signed::Malformed => Some([0xFF; 64]),
        Signed::High => {
            let mut compact = over(id).serialize_compact();
            negate(&mut compact[32..]);
            Some(compact)
        }
    };
    transition.signature = compact.map(|compact| Bytes64::from(compact).into());
    given.signature = compact.map(|compact| Signature { message: id, compact });
}

/// Subtracts a big-endian number from the order of the curve.
fn negate(number: &mut [u8]) {
    let mut borrow = 0;
    for (digit, order) in number.iter_mut().zip(secp256k1::constants::CURVE_ORDER).rev() {
        let difference = i16::from(order) - i16::from(*digit) - borrow;
        borrow = i16::from(difference < 0);
        *digit = difference.rem_euclid(256) as u8;
    }
}

/// The transition that an operation is. The operation gets its signature here.
pub fn transition(given: &mut Given, ty: u16) -> Transition {
    let mut transition: Transition = StrictDumb::strict_dumb();
    transition.transition_type = TransitionType::with(ty);
    transition.globals = globals(given);
    transition.metadata = metadata(given);
    transition.assignments = assignments(given);
    sign(given, &mut transition);
    transition
}

/// Runs a script for an operation, which gets its signature here.
pub fn run(given: &mut Given, libs: &BTreeMap<LibId, Lib>, script: LibSite) -> Left {
    let mut genesis: Genesis = StrictDumb::strict_dumb();
    let transition;
    let operation = match given.transition {
        None => {
            genesis.globals = globals(given);
            genesis.metadata = metadata(given);
            genesis.assignments = assignments(given);
            OrdOpRef::Genesis(&genesis)
        }
        Some(ty) => {
            transition = self::transition(given, ty);
            OrdOpRef::Transition(&transition, StrictDumb::strict_dumb(), StrictDumb::strict_dumb())
        }
    };
    let inputs = inputs(given);
    let context = context(&operation, &inputs, contract(given));
    let mut vm = machine(given.transition);
    let accepts = vm.exec(script, |id| libs.get(&id), &context);
    let anchors = context.pending_external_anchors.into_inner();
    let mints = anchors.into_iter().map(|anchor| {
        let ExternalAnchor::MintEvent { amount, after_block, .. } = anchor;
        (amount, after_block)
    });
    Left { accepts, registers: registers(&vm), mints: mints.collect() }
}

/// The verdict of a script in a context, in a fresh machine.
pub fn execute<'l>(
    context: &Context<'_>,
    transition: Option<u16>,
    resolve: impl Fn(LibId) -> Option<&'l Lib>,
    script: LibSite,
) -> bool {
    machine(transition).exec(script, resolve, context)
}

/// A machine as the crate makes one for each validation.
fn machine(transition: Option<u16>) -> Vm<Instr<RgbIsa<Contract>>> {
    let mut vm = Vm::<Instr<RgbIsa<Contract>>>::new();
    if let Some(ty) = transition {
        vm.registers.set_n(RegA::A16, Reg32::Reg0, ty);
    }
    vm
}

/// The inputs of an operation.
pub fn inputs(given: &Given) -> BTreeMap<AssignmentType, Vec<RevealedState>> {
    let inputs = given.inputs.iter();
    inputs
        .map(|(ty, owned)| (AssignmentType::with(*ty), owned.iter().map(revealed).collect()))
        .collect()
}

/// The contract of an operation.
pub fn contract(given: &Given) -> Contract {
    let items = |items: &Vec<Vec<u8>>| {
        let entry = |(index, item): (usize, &Vec<u8>)| {
            GlobalStateEntry::new(GlobalOrd::genesis(index as u16), data(item))
        };
        items.iter().enumerate().map(entry).collect()
    };
    let contract = given.contract.iter();
    Contract(contract.map(|(ty, list)| (GlobalStateType::with(*ty), items(list))).collect())
}

/// The context that the crate makes for itself. Its type has no public name, nor has that of its field
/// `op_info`; their fields are public.
pub fn context<'c>(
    operation: &'c OrdOpRef<'c>,
    inputs: &'c BTreeMap<AssignmentType, Vec<RevealedState>>,
    contract: Contract,
) -> Context<'c> {
    let mut context = MaybeUninit::<Context<'c>>::uninit();
    let at = context.as_mut_ptr();
    // SAFETY: each place lies in the memory of `context`, and these are all fields of both types, in the
    // version that the manifest pins.
    unsafe {
        (&raw mut (*at).contract_id).write(operation.contract_id());
        (&raw mut (*at).op_info.id).write(operation.id());
        (&raw mut (*at).op_info.prev_state).write(inputs);
        (&raw mut (*at).op_info.op).write(operation);
        (&raw mut (*at).contract_state).write(Rc::new(RefCell::new(contract)));
        (&raw mut (*at).pending_external_anchors).write(RefCell::new(BTreeSet::new()));
        context.assume_init()
    }
}

/// The same for a script that can make the machine panic; none if it does.
pub fn try_run(given: &mut Given, libs: &BTreeMap<LibId, Lib>, script: LibSite) -> Option<Left> {
    thread_local! {
        static IS_QUIET: Cell<bool> = const { Cell::new(false) };
    }
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let loud = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !IS_QUIET.get() {
                loud(info);
            }
        }));
    });
    IS_QUIET.set(true);
    let left = panic::catch_unwind(AssertUnwindSafe(|| run(given, libs, script))).ok();
    IS_QUIET.set(false);
    left
}

fn registers(vm: &Vm<Instr<RgbIsa<Contract>>>) -> BTreeMap<String, Vec<u8>> {
    let mut registers = BTreeMap::new();
    macro_rules! numbers {
        ($($name:literal $Family:ident $Code:ident::$There:ident;)+) => {$(
            for (index, register) in Reg32::ALL.into_iter().enumerate() {
                let number = *vm.registers.get_n(RegAFR::$Family($Code::$There), register);
                if let Some(number) = number {
                    registers.insert(format!("{}[{index}]", $name), number.as_ref().to_vec());
                }
            }
        )+};
    }
    numbers! {
        "a8" A RegA::A8;
        "a16" A RegA::A16;
        "a32" A RegA::A32;
        "a64" A RegA::A64;
        "a128" A RegA::A128;
        "a256" A RegA::A256;
        "a512" A RegA::A512;
        "a1024" A RegA::A1024;
        "f16b" F RegF::F16B;
        "f16" F RegF::F16;
        "f32" F RegF::F32;
        "f64" F RegF::F64;
        "f80" F RegF::F80;
        "f128" F RegF::F128;
        "f256" F RegF::F256;
        "f512" F RegF::F512;
        "r128" R RegR::R128;
        "r160" R RegR::R160;
        "r256" R RegR::R256;
        "r512" R RegR::R512;
        "r1024" R RegR::R1024;
        "r2048" R RegR::R2048;
        "r4096" R RegR::R4096;
        "r8192" R RegR::R8192;
    }
    for index in 0..16 {
        if let Some(string) = vm.registers.s16(RegS::from(amplify::num::u4::with(index))) {
            registers.insert(format!("s16[{index}]"), string.to_vec());
        }
    }
    registers
}
