//! A macro beside an item: what other macros must know of it, as tokens.
//!
//! A macro sees no item of another place. So the macro that makes an item also makes a `macro_rules!` that
//! hands tokens to a macro it is told. It is imported under the item's name, with the item's visibility, so
//! that one path, import and new name leads to both, in this crate and in others. Its own name is hidden and
//! like no other: what is exported for other crates has its name at the root of the crate, and two modules
//! may have items of one name.

use std::hash::{DefaultHasher, Hash, Hasher};

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::{Attribute, Path, Visibility};

use crate::facade::{Facade, generate, generated, generated_at};

/// The macro beside an item.
pub(crate) struct Beside<'i> {
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
        let Beside { attributes, visibility, name, content } = self;
        let hidden = unique("aluvm_beside", name);
        let export = match visibility {
            Visibility::Public(_) => generate!(#[macro_export]),
            _ => TokenStream::new(),
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
        });
    }
}

/// An expression that calls the macro beside the item that `path` leads to, which calls back
/// `callback! { {content} arguments… }`. If there is an item and no such macro, it is
/// `otherwise! { (callback) arguments… }`. Around the call the item has a name, which the arguments are made
/// with.
///
/// A name of an inner block comes before that of an outer one, so `otherwise` counts where the import of the
/// path brings no macro. The call stands in brackets, because the compiler waits for a macro that stands as
/// a statement, which could define what the import looks for.
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
    generate! {{
        use #private::#otherwise as #name;
        {
            use #path as #name;
            (#name! { (#private::#callback) #arguments })
        }
    }}
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
    Ident::new(&format!("{prefix}_{name}_{:016x}", hasher.finish()), generated())
}
