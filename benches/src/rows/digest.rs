//! SHA-256 of 48 bytes.

use std::hint::black_box;

use aluvm_core::isa::RegisterSize;
use sha2::{Digest, Sha256};

use crate::Guest;
use crate::guest::repeat;
use crate::row::{Bound, Kind, Pace, Row, fold};

const COUNT: u64 = 64 * 256;
const MESSAGE: &str = "forty-eight bytes are a message of a single block";

pub fn rows() -> Vec<Row> {
    let bounds =
        [Bound::Nanoseconds(55.0, Pace::Contender("sha2", 46.0)), Bound::Times(1.05, "sha2")];
    let mut row = Row::new("sha2 of 48 bytes", bounds);
    let expected = fold(Sha256::digest(&MESSAGE[..48]));
    row.add(Kind::Native, "sha2", COUNT, expected, || {
        let mut digest = [0u8; 32];
        for _ in 0..COUNT {
            digest = Sha256::digest(black_box(&MESSAGE[..48])).into();
            black_box(&digest);
        }
        fold(digest)
    });
    let deployed = guest(COUNT).deployed();
    row.add(Kind::Deployed, "rgb-aluvm", COUNT, expected, move || deployed.run());
    let mut ours = guest(COUNT).ours();
    row.add(Kind::Ours, "aluvm", COUNT, expected, move || ours.run());
    vec![row]
}

pub fn guest(count: u64) -> Guest {
    let setup = format!("put s16[0], \"{}\";", &MESSAGE[..48]);
    Guest::new(&repeat(&setup, "sha2 s16[0], r256[0];", count), RegisterSize::R256, 0)
}
