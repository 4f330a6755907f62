//! Text of library sites.

use std::error::Error;

use aluvm_core::library::{LibId, LibIdError, LibSite, LibSiteError};
use proptest::prelude::*;

use crate::strategy::lib_id;

const ID: LibId = LibId::from_bytes([0x5a; 32]);
const SITE: LibSite = LibSite::new(ID, 0x1A);

#[test]
fn text_is_a_call_target() {
    assert_eq!(SITE.to_string(), format!("0x001A @ \"{ID}\""));
    assert_eq!(format!("{SITE:#}"), format!("0x001A @ {ID}"));
    assert_eq!(LibSite::start(ID), LibSite { lib: ID, offset: 0 });
}

#[test]
fn reads_numbers_and_ids_of_all_forms() {
    for text in [
        format!("0x1A @ \"{ID}\""),
        format!("0x001a @ {ID}"),
        format!("26@{ID}"),
        format!("  26  @  \"{ID}\"  "),
        format!("26 @ {}", ID.baid64()),
        format!("0026 @ {:#}", ID.baid64()),
    ] {
        assert_eq!(text.parse(), Ok(SITE), "{text}");
    }
}

#[test]
fn errors_name_the_part() {
    for offset in ["", "65536", "0x10000", "+1", "-1", "0x", "0x+1", "1A", "1_0", "٣"] {
        let text = format!("{offset} @ {ID}");
        assert_eq!(text.parse::<LibSite>(), Err(LibSiteError::Offset), "{text}");
    }
    assert_eq!(format!("1 {ID}").parse::<LibSite>(), Err(LibSiteError::NoSeparator));
    let form = Err(LibSiteError::Lib(LibIdError::Form));
    assert_eq!("1 @ ".parse::<LibSite>(), form);
    assert_eq!("1 @ \"".parse::<LibSite>(), form);
}

#[test]
fn messages_say_what_a_site_is() {
    let message = |text: &str| text.parse::<LibSite>().expect_err("malformed").to_string();
    assert_eq!(message("1"), "no `@` found, a library site is `offset @ library id`");
    let offset =
        "offset before `@` is not a number of 0 to 65535, in decimal or hexadecimal with `0x`";
    assert_eq!(message("65536 @ x"), offset);
    // Of the id the same is said as of an id alone.
    let id = "x".parse::<LibId>().expect_err("malformed");
    assert_eq!(message("1 @ x"), id.to_string());
    let source = LibSiteError::Lib(id.clone()).source().map(ToString::to_string);
    assert_eq!(source, Some(id.to_string()));
    assert!(LibSiteError::Offset.source().is_none());
}

proptest! {
    #[test]
    fn text_reads_back(lib in lib_id(), offset: u16) {
        let site = LibSite::new(lib, offset);
        prop_assert_eq!(site.to_string().parse(), Ok(site));
        prop_assert_eq!(format!("{site:#}").parse(), Ok(site));
    }
}
