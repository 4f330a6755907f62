//! Contracts in statements: a transfer with a fee, an auction, a grant that vests, signatures and a threshold of them.
//!
//! `cargo run --release --example statements` runs each; with `-- table` it prints what statements cost.

mod auction;
mod bip340;
#[path = "../schnorr/contract.rs"]
mod schnorr;
mod table;
mod threshold;
mod token;
mod vesting;

use std::error::Error;

use aluvm::Vm;

/// The rows 1 and 2 of the test vectors of BIP-340: key, message and signature.
const SIGNED: [[&str; 3]; 2] = [
    [
        "DFF1D77F2A671C5F36183726DB2341BE58FEAE1DA2DECED843240F7B502BA659",
        "243F6A8885A308D313198A2E03707344A4093822299F31D0082EFA98EC4E6C89",
        "6896BD60EEAE296DB48A229FF71DFE071BDE413E6D43F917DC8DCF8C78DE3341\
         8906D11AC976ABCCB20B091292BFF4EA897EFCB639EA871CFA95F6DE339E4B0A",
    ],
    [
        "DD308AFEC5777E13121FA72B9CC1B7CC0139715309B086C960E18FD969774EB8",
        "7E2D58D8B3BCDF1ABADEC7829054F90DDA9805AAB56C77333024B9D0A508B75C",
        "5831AAEED7B44BB74E5EAB94BA9D4294C49BCF2A60728D8B4C200F50DD313C1B\
         AB745879A5AD954A72C45A91C3A51D3C7ADEA98D82F8481E0E1E03674A6F3FB7",
    ],
];

fn bytes(hex: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    (0..hex.len())
        .step_by(2)
        .map(|i| Ok(u8::from_str_radix(hex.get(i..i + 2).ok_or("an odd number of digits")?, 16)?))
        .collect()
}

fn main() -> Result<(), Box<dyn Error>> {
    if std::env::args().nth(1).as_deref() == Some("table") {
        return table::print();
    }
    let mut vm = Vm::new();

    let moved = token::token::transfer(&mut vm, 10_000, 50, 2_000, 25, 5_000)?;
    println!(
        "transfer: {} left, {} received, a fee of {}",
        moved.sender, moved.receiver, moved.fee
    );
    let error =
        token::token::transfer(&mut vm, 2_004, 50, 2_000, 25, 5_000).expect_err("a fee of 5");
    println!("          2,004 do not suffice: {:?}", error.refusal::<token::token::Refusal>());

    let bids: Vec<u8> = [700u64, 900, 850].into_iter().flat_map(u64::to_le_bytes).collect();
    let settled = auction::auction::settle(&mut vm, bids, 500)?;
    println!("auction:  bid {} wins and pays {}", settled.winner, settled.price);

    let paid = vesting::vesting::claim(&mut vm, 1_000_000, -500, 100, 4_000, 500, 100_000)?;
    println!("vesting:  {} paid, {} claimed so far", paid.payout, paid.claimed);

    let [one, two] = SIGNED;
    let signed =
        |row: [&str; 3]| Ok::<_, Box<dyn Error>>((bytes(row[0])?, bytes(row[1])?, bytes(row[2])?));
    let ((key, message, signature), (other, ..)) = (signed(one)?, signed(two)?);
    bip340::bip340::verify(&mut vm, key.clone(), message.clone(), signature.clone())?;
    println!("bip340:   the signature is valid, complexity {}", vm.registers().ca0());

    let keys = [other, key].concat();
    threshold::threshold::check(
        &mut vm,
        keys.clone(),
        0b10,
        signature.clone(),
        1,
        message.clone(),
    )?;
    println!("1 of 2:   signed");
    let error = threshold::threshold::check(&mut vm, keys, 0b10, signature, 2, message)
        .expect_err("one of two");
    println!("2 of 2:   {:?}", error.refusal::<threshold::threshold::Refusal>());
    Ok(())
}
