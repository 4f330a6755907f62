//! `alu info`: what is known of a library.

use std::fmt::Write;
use std::path::PathBuf;

use aluvm_core::contract::description::Parameter;
use aluvm_core::flow::{Bounds, Declared, Finding, Flow, Summary, Surroundings, check_for};
use aluvm_core::isa::InstructionSet;
use aluvm_core::profile::Profile;
use serde_json::{Value, json};

use crate::console::Console;
use crate::cost::in_words;
use crate::failure::Failure;
use crate::output;
use crate::sources::{Loaded, Options, Sources};

/// Prints what is known of a library: routines, costs, findings.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The library (.alu) or its source.
    #[arg(value_name = "LIB")]
    file: PathBuf,
    /// Prints an object of JSON.
    #[arg(long, conflicts_with = "dot")]
    json: bool,
    /// Prints the graph of its jumps and calls in the language of Graphviz.
    #[arg(long)]
    dot: bool,
}

pub(crate) fn run<E: InstructionSet>(
    arguments: &Arguments,
    profile: Profile,
    console: &Console,
) -> Result<(), Failure> {
    let mut sources = Sources::<E>::new(Options::of(profile));
    let loaded = sources.load_or_say(&arguments.file, console)?;
    let text = match (arguments.dot, arguments.json) {
        (true, _) => flow::<E>(&loaded).print::<E>(&loaded.lib).dot().to_string(),
        (false, true) => format!("{:#}\n", to_json::<E>(&loaded)),
        (false, false) => to_text::<E>(&loaded),
    };
    output::print(text.as_bytes())
}

/// The analysis, with the routines that are known.
fn flow<E: InstructionSet>(loaded: &Loaded) -> Flow {
    let description = loaded.description();
    let declared = description.routines.iter().map(|routine| Declared {
        offset: routine.offset,
        is_public: routine.is_public,
        signature: None,
        begins_true: false,
    });
    let surroundings = Surroundings {
        routines: declared.collect(),
        profile: loaded.profile,
        ..Surroundings::default()
    };
    Flow::of_lib::<E>(&loaded.lib, &surroundings)
}

/// A routine and what it does.
struct Routine {
    name: Option<String>,
    offset: u16,
    is_public: bool,
    inputs: Vec<(String, String)>,
    outputs: Vec<(String, String)>,
    summary: Summary,
}

fn routines<E: InstructionSet>(loaded: &Loaded) -> Vec<Routine> {
    let description = loaded.description();
    let interface = loaded.interface.routines.as_deref().unwrap_or_default();
    let flow = flow::<E>(loaded);
    let all = flow.graph().routines().zip(flow.summaries());
    let mut all: Vec<Routine> = all
        .map(|((_, one), summary)| {
            let known = description.routines.iter().find(|known| known.offset == one.offset);
            // The interface knows of the called libraries too.
            let public = interface.iter().find(|known| known.offset == one.offset);
            Routine {
                name: known.map(|known| known.name.into()),
                offset: one.offset,
                is_public: one.is_public,
                inputs: known.map_or(vec![], |known| parameters(&known.inputs)),
                outputs: known.map_or(vec![], |known| parameters(&known.outputs)),
                summary: public.map_or(summary, |known| known.summary),
            }
        })
        .collect();
    all.sort_by_key(|routine| routine.offset);
    all
}

fn parameters(parameters: &[Parameter<'_>]) -> Vec<(String, String)> {
    let parameter = |one: &Parameter<'_>| {
        let mark = if one.is_optional { "?" } else { "" };
        let ty = one.signed_type().map_or_else(String::new, |ty| format!("{ty} in "));
        (one.name.into(), format!("{ty}{}{mark}", one.register))
    };
    parameters.iter().map(parameter).collect()
}

/// What the analysis finds without anything known of the source.
fn findings<E: InstructionSet>(loaded: &Loaded) -> Vec<Finding> {
    check_for::<E>(&loaded.lib, &loaded.profile)
}

fn to_text<E: InstructionSet>(loaded: &Loaded) -> String {
    let Loaded { lib, id, name, .. } = loaded;
    let instrs = lib.disassemble_for::<E>(&loaded.profile).len();
    let mut text = format!("{name} {id}\n");
    // A string takes what is written into it.
    let _ = writeln!(text, "extensions  {}", lib.isae());
    let _ = writeln!(text, "code        {} bytes, {instrs} instructions", lib.code().len());
    let _ = writeln!(text, "data        {} bytes", lib.data().len());
    for id in lib.libs().iter() {
        let _ = writeln!(text, "calls       {id}");
    }
    for routine in routines::<E>(loaded) {
        let _ = writeln!(text, "routine     {}", head(&routine));
        let visibility = if routine.is_public { "public" } else { "private" };
        let cost = in_words(routine.summary.succeeding);
        let _ = writeln!(text, "            at 0x{:04X}, {visibility}, {cost}", routine.offset);
        let writes: Vec<String> =
            routine.summary.writes.iter().map(|one| one.to_string()).collect();
        if !writes.is_empty() {
            let _ = writeln!(text, "            writes {}", writes.join(" "));
        }
    }
    for finding in findings::<E>(loaded) {
        let _ = writeln!(text, "finding     {finding}");
    }
    text
}

fn head(routine: &Routine) -> String {
    let list = |parameters: &[(String, String)]| {
        let all = parameters.iter().map(|(name, register)| format!("{name}: {register}"));
        all.collect::<Vec<_>>().join(", ")
    };
    let Some(name) = &routine.name else { return "without a name".into() };
    match routine.outputs.is_empty() {
        true => format!("{name}({})", list(&routine.inputs)),
        false => format!("{name}({}) -> ({})", list(&routine.inputs), list(&routine.outputs)),
    }
}

fn to_json<E: InstructionSet>(loaded: &Loaded) -> Value {
    let Loaded { lib, id, name, .. } = loaded;
    let list = |parameters: &[(String, String)]| -> Vec<Value> {
        let all = parameters.iter();
        all.map(|(name, register)| json!({ "name": name, "register": register })).collect()
    };
    let routine = |routine: &Routine| {
        let Summary { succeeding, writes, depth, .. } = routine.summary;
        let cost = succeeding.map(|Bounds { least, most }| json!({ "least": least, "most": most }));
        json!({
            "name": routine.name,
            "offset": routine.offset,
            "public": routine.is_public,
            "inputs": list(&routine.inputs),
            "outputs": list(&routine.outputs),
            "cost": cost,
            "writes": writes.iter().map(|one| one.to_string()).collect::<Vec<_>>(),
            "depth": depth,
        })
    };
    let findings = findings::<E>(loaded).into_iter().map(|finding| {
        json!({
            "offset": finding.offset,
            "name": finding.problem.name(),
            "message": finding.problem.to_string(),
        })
    });
    json!({
        "name": name,
        "id": id.to_string(),
        "extensions": lib.isae().iter().map(|one| one.to_string()).collect::<Vec<_>>(),
        "code": lib.code().len(),
        "data": lib.data().len(),
        "instructions": lib.disassemble::<E>().len(),
        "calls": lib.libs().iter().map(|id| id.to_string()).collect::<Vec<_>>(),
        "routines": routines::<E>(loaded).iter().map(routine).collect::<Vec<_>>(),
        "findings": findings.collect::<Vec<_>>(),
    })
}
