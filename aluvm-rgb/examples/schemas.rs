//! Two schemas of the network from their descriptions: non-inflatable assets, whose amounts are never more than
//! was issued, and unique digital assets, which are one token that is not divided.
//!
//! `cargo run -p aluvm-rgb --example schemas` shows their ids and entry points, and lets the first decide.
//! They refuse what the network's own scripts refuse, but are written anew, so that their ids are others.

use std::collections::BTreeMap;
use std::error::Error;

use aluvm::bytes::ByteString;
use aluvm::profile::Profile;
use aluvm::{LibSite, Program, Vm, alulib};
use aluvm_rgb::{Operation, RgbInstr, Signature, State, validate};

alulib! {
    /// Non-inflatable assets.
    pub(crate) mod nia {
        #![isa(aluvm_rgb::RgbInstr)]
        #![isae("ALU BPDIGEST RGB")]

        /// Assignments of the asset.
        pub const ASSET: a16 = 4000;
        /// Global state: the amount that was issued.
        pub const ISSUED_SUPPLY: a16 = 2010;

        /// Why an operation is refused.
        pub enum Reason in a8[0] {
            /// Inputs and outputs have different sums.
            Unequal = 0,
            /// The outputs are not what the genesis says was issued.
            NotIssued = 1,
        }

        /// Permits transitions whose inputs and outputs have one sum.
        pub fn transfer() {
                require svs ASSET => Unequal;
                ret;
        }

        /// Permits a genesis whose outputs have the sum that it says was issued.
        pub fn genesis() {
                put     a8[1], 0;
                put     a16[0], 0;
                require ldg ISSUED_SUPPLY, a8[1], s16[0] => NotIssued;
                require extr s16[0], a64[0], a16[0];
                require sas ASSET;
                ret;
        }
    }
}

alulib! {
    /// Unique digital assets.
    pub(crate) mod uda {
        #![isa(aluvm_rgb::RgbInstr)]
        #![isae("ALU BPDIGEST RGB")]

        /// Assignments of the token: its number, and the fraction that is owned.
        pub const ASSET: a16 = 4000;
        /// Global state: the tokens that were issued.
        pub const TOKENS: a16 = 2102;

        /// Why an operation is refused.
        pub enum Reason in a8[0] {
            /// The output is not the token that there was.
            OtherToken = 0,
            /// The output is a fraction.
            Divided = 10,
        }

        /// Permits transitions that hand the whole token on.
        pub fn transfer() {
                put     a16[0], 0;
                require ldp ASSET, a16[0], s16[0] => OtherToken;
                jmp     allocation;
        }

        /// Permits a genesis that assigns the whole token.
        pub fn genesis() {
                put     a16[0], 0;
                put     a8[1], 0;
                require ldg TOKENS, a8[1], s16[0] => OtherToken;
                jmp     allocation;
        }

        /// Permits an output that is all of the token whose number a state begins with.
        fn allocation(state: s16[0], first: a16[0]) {
                require extr state, a32[0], first => OtherToken;
                require lds ASSET, first, s16[1];
                require extr s16[1], a32[1], first;
                require eq.n a32[0], a32[1];

                put     a16[2], 4;
                put     a64[1], 1;
                require extr s16[1], a64[0], a16[2] => Divided;
                require eq.n a64[0], a64[1];
                ret;
        }
    }
}

/// An operation with amounts only.
#[derive(Default)]
struct Amounts {
    inputs: Vec<u64>,
    outputs: Vec<u64>,
    globals: BTreeMap<u16, Vec<u8>>,
}

fn of_asset(amounts: &[u64], assignment: u16) -> &[u64] {
    if assignment == nia::ASSET { amounts } else { &[] }
}

fn state(amounts: &[u64], index: usize) -> Option<State<'_>> {
    amounts.get(index).map(|amount| State::Fungible(*amount))
}

impl Operation for Amounts {
    fn input_count(&self, assignment: u16) -> usize {
        of_asset(&self.inputs, assignment).len()
    }

    fn input(&self, assignment: u16, index: usize) -> Option<State<'_>> {
        state(of_asset(&self.inputs, assignment), index)
    }

    fn output_count(&self, assignment: u16) -> usize {
        of_asset(&self.outputs, assignment).len()
    }

    fn output(&self, assignment: u16, index: usize) -> Option<State<'_>> {
        state(of_asset(&self.outputs, assignment), index)
    }

    fn global_count(&self, global: u16) -> usize {
        usize::from(self.globals.contains_key(&global))
    }

    fn global(&self, global: u16, index: usize) -> Option<&[u8]> {
        self.globals.get(&global).filter(|_| index == 0).map(Vec::as_slice)
    }

    fn contract_global_count(&self, _: u16) -> usize {
        0
    }

    fn contract_global(&self, _: u16, _: usize) -> Option<ByteString> {
        None
    }

    fn metadata(&self, _: u16) -> Option<&[u8]> {
        None
    }

    fn signature(&self) -> Option<Signature> {
        None
    }

    fn require_mint(&mut self, _: u64, _: u64) {}
}

/// The number that the schema gives to transfers.
const TRANSFER: u16 = 10_000;

fn main() -> Result<(), Box<dyn Error>> {
    let entries: [(&str, LibSite); 4] = [
        ("NIA transfer", nia::transfer::SITE),
        ("NIA genesis", nia::genesis::SITE),
        ("UDA transfer", uda::transfer::SITE),
        ("UDA genesis", uda::genesis::SITE),
    ];
    for (name, site) in entries {
        println!("{name:13} {:3} @ {:#}", site.offset, site.lib.baid64());
    }

    let sites = [nia::transfer::SITE, nia::genesis::SITE];
    let program: Program<RgbInstr> =
        Program::link_with_profile(sites, [nia::LIB.clone()], Profile::RGB_0_11)?;
    let mut vm = Vm::with_extension();
    let mut genesis = Amounts { outputs: vec![600, 400], ..Amounts::default() };
    genesis.globals.insert(nia::ISSUED_SUPPLY, 1000_u64.to_le_bytes().to_vec());
    validate(&mut vm, &program, nia::genesis::SITE, None, &mut genesis)?;
    println!("\n600 and 400 of 1000 issued: permitted");
    for outputs in [vec![250, 350], vec![250, 351]] {
        let mut transfer = Amounts { inputs: vec![600], outputs, ..Amounts::default() };
        let site = nia::transfer::SITE;
        match validate(&mut vm, &program, site, Some(TRANSFER), &mut transfer) {
            Ok(()) => println!("600 to {:?}: permitted", transfer.outputs),
            Err(refused) => println!("600 to {:?}: {refused}", transfer.outputs),
        }
    }
    Ok(())
}
