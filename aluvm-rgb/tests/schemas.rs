//! The schemas of the registry: their libraries and where their scripts begin.

use std::collections::BTreeMap;

use amplify::Wrapper;
use deployed::library::{Lib, LibId, LibSite};
use rgbstd::contract::IssuerWrapper;
use schemata::{
    BridgedFungibleAsset, CollectibleFungibleAsset, InflatableFungibleAsset, NonInflatableAsset,
    PermissionedFungibleAsset, UniqueDigitalAsset,
};

/// A script of a schema.
pub struct Script {
    /// The schema and the operation.
    pub name: String,
    /// The type of transition; none for the genesis.
    pub transition: Option<u16>,
    /// Where it begins.
    pub site: LibSite,
    /// The libraries of the schema.
    pub libs: BTreeMap<LibId, Lib>,
}

fn of<Schema: IssuerWrapper>(name: &str) -> Vec<Script> {
    let (schema, scripts) = (Schema::schema(), Schema::scripts());
    let libs: BTreeMap<LibId, Lib> = scripts.into_iter().collect();
    let script = |operation: &str, transition, site: Option<LibSite>| {
        let name = format!("{name} {operation}");
        Some(Script { name, transition, site: site?, libs: libs.clone() })
    };
    let transitions = schema.transitions.iter().filter_map(|(ty, details)| {
        let site = details.transition_schema.validator;
        script(details.name.as_str(), Some((*ty).into_inner()), site)
    });
    script("genesis", None, schema.genesis.validator).into_iter().chain(transitions).collect()
}

/// All scripts of all schemas.
pub fn all() -> Vec<Script> {
    [
        of::<NonInflatableAsset>("NIA"),
        of::<CollectibleFungibleAsset>("CFA"),
        of::<UniqueDigitalAsset>("UDA"),
        of::<InflatableFungibleAsset>("IFA"),
        of::<PermissionedFungibleAsset>("PFA"),
        of::<BridgedFungibleAsset>("BFA"),
    ]
    .into_iter()
    .flatten()
    .collect()
}
