//! Random operations: what a script accepts, and in half of the cases one or two things wrong with it.

use std::collections::{BTreeMap, BTreeSet};

use crate::given::{Given, Owned, Signed};
use crate::there::secret_key;

/// A small generator of random numbers (splitmix64).
pub struct Random(pub u64);

impl Random {
    /// A number of 64 bits.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below another.
    pub fn below(&mut self, end: u64) -> u64 {
        self.number() % end
    }

    /// True in that many of a hundred cases.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

const ISSUED: u16 = 2010;
const MAX_SUPPLY: u16 = 2011;
const BURNED_ASSET: u16 = 2015;
const BURNED_INFLATION: u16 = 2016;
const TOKENS: u16 = 2102;
const PUBLIC_KEY: u16 = 3006;
const ASSET: u16 = 4000;
const INFLATION: u16 = 4010;
const LINK: u16 = 4012;
const MINT: u16 = 4013;
const ALLOWED_INFLATION: u16 = 1000;
const AFTER_BLOCK: u16 = 1003;

/// Some positive amounts with a sum.
fn parts(sum: u64, random: &mut Random) -> Vec<Owned> {
    let mut parts = Vec::new();
    let mut left = sum;
    while left > 0 {
        let part =
            if parts.len() == 3 || random.chance(40) { left } else { 1 + random.below(left) };
        parts.push(Owned::Amount(part));
        left -= part;
    }
    parts
}

fn amount(random: &mut Random) -> u64 {
    match random.below(10) {
        0 => random.number() >> 1,
        1 => random.below(3),
        _ => 1 + random.below(1000),
    }
}

fn bytes(amount: u64) -> Vec<u8> {
    amount.to_le_bytes().to_vec()
}

/// An operation that a script of this name is made for.
fn right(name: &str, transition: Option<u16>, random: &mut Random) -> Given {
    let (asset, inflation) = (amount(random), amount(random));
    let mut inputs = BTreeMap::new();
    let mut outputs = BTreeMap::new();
    let mut globals = BTreeMap::new();
    let mut metadata = BTreeMap::new();
    match transition {
        _ if name.starts_with("UDA") => {
            let token = (random.below(4) as u32).to_le_bytes();
            let mut allocation = token.to_vec();
            allocation.extend(bytes(1));
            inputs.insert(ASSET, vec![Owned::Data(allocation.clone())]);
            outputs.insert(ASSET, vec![Owned::Data(allocation)]);
            let mut item = token.to_vec();
            item.extend((0..random.below(20)).map(|_| random.number() as u8));
            globals.insert(TOKENS, vec![item]);
        }
        None | Some(8013) => {
            outputs.insert(ASSET, parts(asset, random));
            outputs.insert(INFLATION, parts(inflation, random));
            globals.insert(ISSUED, vec![bytes(asset)]);
            globals.insert(MAX_SUPPLY, vec![bytes(asset.wrapping_add(inflation))]);
            metadata.insert(AFTER_BLOCK, bytes(random.number()));
        }
        Some(8000) => {
            outputs.insert(ASSET, parts(asset, random));
            outputs.insert(INFLATION, parts(inflation, random));
            inputs.insert(INFLATION, parts(asset.wrapping_add(inflation), random));
            globals.insert(ISSUED, vec![bytes(asset)]);
            metadata.insert(ALLOWED_INFLATION, bytes(inflation));
        }
        Some(8010) => {
            for (ty, burned, sum) in
                [(ASSET, BURNED_ASSET, asset), (INFLATION, BURNED_INFLATION, inflation)]
            {
                let rest = if random.chance(30) { 0 } else { random.below(sum.max(1)) };
                inputs.insert(ty, parts(sum, random));
                outputs.insert(ty, parts(rest, random));
                if sum > rest {
                    globals.insert(burned, vec![bytes(sum - rest)]);
                }
            }
        }
        Some(_) => {
            for (ty, sum) in [(ASSET, asset), (INFLATION, inflation)] {
                inputs.insert(ty, parts(sum, random));
                outputs.insert(ty, parts(sum, random));
            }
            for ty in [LINK, MINT] {
                let rights = vec![Owned::Right; random.below(3) as usize];
                inputs.insert(ty, rights.clone());
                outputs.insert(ty, rights);
            }
        }
    }
    outputs.retain(|_, list| !list.is_empty());
    let key = secp256k1::PublicKey::from_secret_key(&secret_key());
    Given {
        transition,
        inputs,
        outputs,
        globals,
        contract: BTreeMap::from([(PUBLIC_KEY, vec![key.serialize().to_vec()])]),
        metadata,
        signed: Signed::Right,
        signature: None,
        mints: BTreeSet::new(),
    }
}

fn any_of<T>(list: &mut [T], random: &mut Random) -> Option<usize> {
    let count = list.len() as u64;
    (count > 0).then(|| random.below(count) as usize)
}

/// The values of a map, one of which is picked.
fn pick<'m, T>(map: &'m mut BTreeMap<u16, T>, random: &mut Random) -> Option<&'m mut T> {
    let mut all: Vec<&mut T> = map.values_mut().collect();
    let index = any_of(&mut all, random)?;
    Some(all.swap_remove(index))
}

fn spoil_bytes(bytes: &mut Vec<u8>, random: &mut Random) {
    match random.below(4) {
        0 => bytes.clear(),
        1 => bytes.truncate(bytes.len() / 2),
        2 => bytes.push(random.number() as u8),
        _ => {
            if let Some(index) = any_of(bytes, random) {
                bytes[index] ^= 1 << random.below(8);
            }
        }
    }
}

/// Changes a list of assignments. Those of outputs keep one kind of state.
fn spoil_owned(list: &mut Vec<Owned>, is_output: bool, random: &mut Random) {
    let index = any_of(list, random);
    match (random.below(8), index) {
        (0, Some(index)) => drop(list.remove(index)),
        (1, Some(index)) => list.push(list[index].clone()),
        (2, _) => list.clear(),
        (3, Some(_)) => {
            let other = match random.below(3) {
                0 => Owned::Right,
                1 => Owned::Amount(amount(random)),
                _ => Owned::Data(bytes(amount(random))),
            };
            if is_output {
                list.fill(other);
            } else if let Some(index) = index {
                list[index] = other;
            }
        }
        (_, Some(index)) => match &mut list[index] {
            Owned::Right => drop(list.pop()),
            Owned::Amount(amount) => {
                *amount = match random.below(4) {
                    0 => 0,
                    1 => u64::MAX,
                    2 => amount.wrapping_sub(1),
                    _ => amount.wrapping_add(1),
                }
            }
            Owned::Data(bytes) => spoil_bytes(bytes, random),
        },
        (_, None) => list.extend([Owned::Amount(0)]),
    }
}

fn spoil(given: &mut Given, random: &mut Random) {
    match random.below(8) {
        0 | 1 => drop(pick(&mut given.inputs, random).map(|list| spoil_owned(list, false, random))),
        2 | 3 => drop(pick(&mut given.outputs, random).map(|list| spoil_owned(list, true, random))),
        4 | 5 => drop(pick(&mut given.globals, random).map(|items| match random.below(3) {
            0 => items.clear(),
            1 => items.push(Vec::new()),
            _ => items.iter_mut().for_each(|item| spoil_bytes(item, random)),
        })),
        6 => match random.below(3) {
            0 => given.metadata.clear(),
            1 => drop(pick(&mut given.metadata, random).map(|item| spoil_bytes(item, random))),
            _ => drop(pick(&mut given.contract, random).map(|items| {
                if random.chance(30) {
                    items.clear();
                } else {
                    items.iter_mut().for_each(|item| spoil_bytes(item, random));
                }
            })),
        },
        _ => {
            let kinds = [Signed::Not, Signed::Wrong, Signed::Malformed, Signed::High];
            given.signed = kinds[random.below(4) as usize];
        }
    }
    given.globals.retain(|_, items| !items.is_empty());
    given.outputs.retain(|_, list| !list.is_empty());
}

/// A random operation for a script, with some things wrong.
pub fn operation(name: &str, transition: Option<u16>, wrong: u64, random: &mut Random) -> Given {
    let mut given = right(name, transition, random);
    for _ in 0..wrong {
        spoil(&mut given, random);
    }
    given
}
