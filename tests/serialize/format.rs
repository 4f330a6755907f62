//! The formats with their settings, each in the same three functions.

use std::error::Error;
use std::io::Read;

use bincode::Options;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// What reading gives: each format has an error type of its own.
pub type Reading<T> = Result<T, Box<dyn Error>>;

pub trait Format {
    const NAME: &str;

    fn write<T: Serialize>(value: &T) -> Vec<u8>;

    fn from_slice<T: DeserializeOwned>(bytes: &[u8]) -> Reading<T>;

    fn from_reader<T: DeserializeOwned>(reader: impl Read) -> Reading<T>;
}

fn all_of(mut reader: impl Read) -> Reading<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes)?;
    Ok(bytes)
}

macro_rules! formats {
    ($(
        $Format:ident: write($value:ident) $write:expr;
        slice($bytes:ident) $slice:expr;
        reader($reader:ident) $read:expr;
    )*) => {$(
        pub struct $Format;

        impl Format for $Format {
            const NAME: &str = stringify!($Format);

            fn write<T: Serialize>($value: &T) -> Vec<u8> {
                $write.into()
            }

            fn from_slice<T: DeserializeOwned>($bytes: &[u8]) -> Reading<T> {
                Ok($slice)
            }

            fn from_reader<T: DeserializeOwned>($reader: impl Read) -> Reading<T> {
                Ok($read)
            }
        }
    )*};
}

/// A document of TOML is a table.
#[derive(Serialize, Deserialize)]
struct Document<T> {
    value: T,
}

fn message_pack<T: Serialize>(value: &T, is_named: bool, is_readable: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    let serializer = rmp_serde::Serializer::new(&mut bytes);
    let written = match (is_named, is_readable) {
        (false, false) => value.serialize(&mut { serializer }),
        (true, false) => value.serialize(&mut serializer.with_struct_map()),
        (false, true) => value.serialize(&mut serializer.with_human_readable()),
        (true, true) => value.serialize(&mut serializer.with_struct_map().with_human_readable()),
    };
    written.unwrap();
    bytes
}

/// Without a limit it allocates what an input claims, when it reads from a reader.
fn bincode_1() -> impl Options {
    bincode::DefaultOptions::new().with_limit(1 << 20).with_fixint_encoding()
}

fn bincode_1_compact() -> impl Options {
    bincode::DefaultOptions::new().with_limit(1 << 20).with_varint_encoding()
}

const BINCODE_2: bincode2::config::Configuration<
    bincode2::config::LittleEndian,
    bincode2::config::Varint,
    bincode2::config::Limit<{ 1 << 20 }>,
> = bincode2::config::standard().with_limit();

const BINCODE_2_LEGACY: bincode2::config::Configuration<
    bincode2::config::LittleEndian,
    bincode2::config::Fixint,
    bincode2::config::Limit<{ 1 << 20 }>,
> = bincode2::config::legacy().with_limit();

formats! {
    Json: write(value) serde_json::to_vec(value).unwrap();
        slice(bytes) serde_json::from_slice(bytes)?;
        reader(reader) serde_json::from_reader(reader)?;
    JsonValue: write(value) serde_json::to_value(value).unwrap().to_string();
        slice(bytes) serde_json::from_value(serde_json::from_slice(bytes)?)?;
        reader(reader) serde_json::from_value(serde_json::from_reader(reader)?)?;
    Toml: write(value) toml::to_string(&Document { value }).unwrap();
        slice(bytes) toml::from_slice::<Document<T>>(bytes)?.value;
        reader(reader) toml::from_str::<Document<T>>(str::from_utf8(&all_of(reader)?)?)?.value;
    TomlValue: write(value) toml::Table::try_from(Document { value }).unwrap().to_string();
        slice(bytes) toml::from_slice::<toml::Table>(bytes)?.try_into::<Document<T>>()?.value;
        reader(reader) Self::from_slice(&all_of(reader)?)?;
    Yaml: write(value) serde_yaml_ng::to_string(value).unwrap();
        slice(bytes) serde_yaml_ng::from_slice(bytes)?;
        reader(reader) serde_yaml_ng::from_reader(reader)?;
    YamlValue: write(value) {
            let value = serde_yaml_ng::to_value(value).unwrap();
            serde_yaml_ng::to_string(&value).unwrap()
        };
        slice(bytes) serde_yaml_ng::from_value(serde_yaml_ng::from_slice(bytes)?)?;
        reader(reader) serde_yaml_ng::from_value(serde_yaml_ng::from_reader(reader)?)?;
    Cbor: write(value) {
            let mut bytes = Vec::new();
            ciborium::into_writer(value, &mut bytes).unwrap();
            bytes
        };
        slice(bytes) ciborium::from_reader(bytes)?;
        reader(reader) ciborium::from_reader(reader)?;
    CborValue: write(value) Cbor::write(&ciborium::Value::serialized(value).unwrap());
        slice(bytes) ciborium::from_reader::<ciborium::Value, _>(bytes)?.deserialized()?;
        reader(reader) ciborium::from_reader::<ciborium::Value, _>(reader)?.deserialized()?;
    MessagePack: write(value) message_pack(value, false, false);
        slice(bytes) rmp_serde::from_slice(bytes)?;
        reader(reader) rmp_serde::from_read(reader)?;
    MessagePackNamed: write(value) message_pack(value, true, false);
        slice(bytes) rmp_serde::from_slice(bytes)?;
        reader(reader) rmp_serde::from_read(reader)?;
    MessagePackReadable: write(value) message_pack(value, false, true);
        slice(bytes) T::deserialize(&mut rmp_serde::Deserializer::new(bytes).with_human_readable())?;
        reader(reader)
            T::deserialize(&mut rmp_serde::Deserializer::new(reader).with_human_readable())?;
    MessagePackReadableNamed: write(value) message_pack(value, true, true);
        slice(bytes) MessagePackReadable::from_slice(bytes)?;
        reader(reader) MessagePackReadable::from_reader(reader)?;
    Postcard: write(value) postcard::to_stdvec(value).unwrap();
        slice(bytes) postcard::from_bytes(bytes)?;
        reader(reader) postcard::from_io((reader, &mut vec![0; 1 << 20]))?.0;
    Bincode1: write(value) bincode_1().serialize(value).unwrap();
        slice(bytes) bincode_1().deserialize(bytes)?;
        reader(reader) bincode_1().deserialize_from(reader)?;
    Bincode1Compact: write(value) bincode_1_compact().serialize(value).unwrap();
        slice(bytes) bincode_1_compact().deserialize(bytes)?;
        reader(reader) bincode_1_compact().deserialize_from(reader)?;
    Bincode2: write(value) bincode2::serde::encode_to_vec(value, BINCODE_2).unwrap();
        slice(bytes) bincode2::serde::decode_from_slice(bytes, BINCODE_2)?.0;
        reader(reader) bincode2::serde::decode_from_std_read(&mut { reader }, BINCODE_2)?;
    Bincode2Legacy: write(value) bincode2::serde::encode_to_vec(value, BINCODE_2_LEGACY).unwrap();
        slice(bytes) bincode2::serde::decode_from_slice(bytes, BINCODE_2_LEGACY)?.0;
        reader(reader) bincode2::serde::decode_from_std_read(&mut { reader }, BINCODE_2_LEGACY)?;
}
