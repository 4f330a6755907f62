//! A macro beside an item: what other macros must know of it, as tokens.
//!
//! A macro sees no item of another place. So the macro that makes an item also makes a `macro_rules!` that
//! hands tokens to a macro it is told. It is imported under the item's name, with the item's visibility, so
//! that one path, import and new name leads to both, in this crate and in others. Its own name is hidden and
//! like no other: what is exported for other crates has its name at the root of the crate, and two modules
//! may have items of one name.

use std::hash::{DefaultHasher, Hash, Hasher};

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident};
use syn::ext::IdentExt;
use syn::{Attribute, Path, Visibility};

use crate::facade::{Facade, generate, generated, generated_at, start};

/// The macro beside an item.
pub(crate) struct Beside<'i> {
    pub(crate) facade: &'i Facade,
    /// Attributes of the item that the macro has as well, `cfg`.
    pub(crate) attributes: &'i [Attribute],
    /// The visibility of the item.
    pub(crate) visibility: &'i Visibility,
    /// The name of the item.
    pub(crate) name: &'i Ident,
    /// What the macro hands on.
    pub(crate) content: TokenStream,
}

/// The definition of the macro. Called with `(callback) arguments…` it becomes
/// `callback! { {content} arguments… }`.
impl ToTokens for Beside<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Beside { facade, attributes, visibility, name, content } = self;
        let hidden = unique("aluvm_beside", name);
        let private = facade.private();
        let (export, usage) = match visibility {
            // In a function as well.
            Visibility::Public(_) => {
                (generate!(#[macro_export] #[allow(non_local_definitions)]), TokenStream::new())
            }
            // Rust 1.90 says that nobody uses it, though the user cannot know of it.
            _ => {
                let core = generate!(#private::core);
                let text = generate!(#hidden! { (#core::stringify) });
                (
                    TokenStream::new(),
                    generate!(#(#attributes)* const _: &#core::primitive::str = #text;),
                )
            }
        };
        tokens.extend(generate! {
            #(#attributes)*
            #[doc(hidden)]
            #export
            macro_rules! #hidden {
                (($($callback:tt)*) $($arguments:tt)*) => {
                    $($callback)*! { {#content} $($arguments)* }
                };
            }
            #(#attributes)*
            #[doc(hidden)]
            #visibility use #hidden as #name;
            #usage
        });
    }
}

/// An expression that calls the macro beside the item that `path` leads to, which calls back
/// `callback! { {content} arguments… }`. If there is no such macro, it is
/// `otherwise! { (callback) arguments… }`. Around the call the item has a name, which the arguments are made
/// with; if there is no item, this is the name of `Nowhere`.
///
/// A name of an inner block comes before that of an outer one, so `otherwise` and `Nowhere` count where the
/// import of the path brings no macro and no type. The call stands in brackets, because the compiler waits
/// for a macro that stands as a statement, which could define what the import looks for.
pub(crate) fn ask(
    facade: &Facade,
    path: &Path,
    [callback, otherwise]: [&str; 2],
    arguments: impl FnOnce(&Ident) -> TokenStream,
) -> TokenStream {
    let private = facade.private();
    let [callback, otherwise] = [callback, otherwise].map(|name| Ident::new(name, generated()));
    let first = path.segments.first().map_or(&callback, |first| &first.ident);
    let mut name = unique("aluvm_beside", first);
    // The compiler says at this name that the path leads nowhere.
    name.set_span(generated_at(first.span()));
    let arguments = arguments(&name);
    let (outside, import) = import(&private, path, &name);
    generate! {{
        use #private::#otherwise as #name;
        use #private::Nowhere as #name;
        #outside
        {
            #import
            (#name! { (#private::#callback) #arguments })
        }
    }}
}

/// The import of a path under another name, in a block within one with other items.
///
/// An import is an error of the compiler's only if it finds nothing of any kind, so a value of the name is
/// put where it counts if there is nothing else: in a block around the import, or in a module that has all
/// of the last module of the path. Such a module sees no items of functions, so a path that begins with a
/// name, which could be one, is imported as it is.
fn import(private: &TokenStream, path: &Path, name: &Ident) -> (TokenStream, TokenStream) {
    let as_it_is = || (TokenStream::new(), generate!(use #path as #name;));
    let Some(mut last) = path.segments.last().map(|segment| segment.ident.clone()) else {
        return as_it_is();
    };
    // An editor does not go from the user's name to the value.
    last.set_span(start(last.span()));
    let value = generate!(#private::nothing as #last);
    if path.get_ident().is_some_and(|name| !is_keyword(name)) {
        return (generate!(use #value;), generate!(use #last as #name;));
    }
    let Some(module) = module_within(path) else { return as_it_is() };
    let within = format_ident!("{name}_module");
    let all = generate! {
        mod #within {
            pub(super) use #value;
            pub(super) use #module::*;
        }
    };
    (all, generate!(use #within::#last as #name;))
}

/// Where a path leads but for its last name, as it is written in a module of a function; none if that can
/// be another place.
fn module_within(path: &Path) -> Option<TokenStream> {
    let mut names: Vec<&Ident> = path.segments.iter().map(|segment| &segment.ident).collect();
    names.pop()?;
    let first = names.first()?;
    let rest = &names[1..];
    Some(match first.to_string().as_str() {
        _ if path.leading_colon.is_some() => generate!(::#(#names)::*),
        "self" => generate!(super #(::#rest)*),
        "super" => generate!(super::#(#names)::*),
        "crate" | "$crate" => generate!(#(#names)::*),
        _ => return None,
    })
}

fn is_keyword(name: &Ident) -> bool {
    ["self", "super", "crate", "$crate", "Self", "_"].iter().any(|keyword| name == keyword)
}

/// A name that no other definition in the crate has, though it be in another module, in another expansion of
/// one macro, or of the same name.
pub(crate) fn unique(prefix: &str, name: &Ident) -> Ident {
    let mut hasher = DefaultHasher::new();
    name.to_string().hash(&mut hasher);
    if proc_macro::is_available() {
        let span = name.span().unwrap();
        (span.file(), span.line(), span.column()).hash(&mut hasher);
        // Numbers the expansion of the facade's macro.
        format!("{:?}", Span::call_site().unwrap()).hash(&mut hasher);
    }
    // A path in a `macro_rules!` can begin with `$crate`.
    let name = name.unraw().to_string().replace('$', "");
    Ident::new(&format!("{prefix}_{name}_{:016x}", hasher.finish()), generated())
}
