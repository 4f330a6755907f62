//! Any bytes are a value in each format, or an error; what is read is written so that it reads back.

#![no_main]

use std::fmt::Debug;

use aluvm_core::isa::Instr;
use aluvm_core::library::{Isae, Lib, LibId, LibSite, Libs};
use libfuzzer_sys::fuzz_target;
use serde::Serialize;
use serde::de::DeserializeOwned;

fn each_format<T: Serialize + DeserializeOwned + PartialEq + Debug>(bytes: &[u8]) {
    if let Ok(value) = serde_json::from_slice::<T>(bytes) {
        let text = serde_json::to_vec(&value).expect("written");
        assert_eq!(serde_json::from_slice::<T>(&text).expect("read back"), value);
    }
    if let Ok(value) = ciborium::from_reader::<T, _>(bytes) {
        let mut written = Vec::new();
        ciborium::into_writer(&value, &mut written).expect("written");
        assert_eq!(ciborium::from_reader::<T, _>(&written[..]).expect("read back"), value);
    }
    if let Ok(value) = postcard::from_bytes::<T>(bytes) {
        let written = postcard::to_allocvec(&value).expect("written");
        assert_eq!(postcard::from_bytes::<T>(&written).expect("read back"), value);
    }
    if let Ok(value) = rmp_serde::from_slice::<T>(bytes) {
        let written = rmp_serde::to_vec(&value).expect("written");
        assert_eq!(rmp_serde::from_slice::<T>(&written).expect("read back"), value);
    }
}

fuzz_target!(|bytes: &[u8]| {
    each_format::<LibId>(bytes);
    each_format::<LibSite>(bytes);
    each_format::<Isae>(bytes);
    each_format::<Libs>(bytes);
    each_format::<Lib>(bytes);
    each_format::<Instr>(bytes);
});
