//! Random contracts. Written by `ALUVM_BLESS=1 cargo test -p aluvm-tests --test alulib`.

#![allow(clippy::clone_on_copy, unused_imports, unused_variables)]

use aluvm::alulib;

use super::*;

const LIMIT: u32 = 100_000;

alulib! {
    mod c0 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        const LIMIT: a32 = 100_000;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(x: a64[0], half: f16[7]?, count_in: a16[3]) -> (z: a64[2]?, long: r2048[5]) {
        jif over0; refuse Byte; over0:
        require not eq.n total, total;
        require not st0 => Two;
        inv st0;
        ret;
        }
        pub fn second(wide: a256[4]?, count_in: a16[3]) -> (told: s16[1]) {
        put r2048[5], 0xFF;
        jif over1; refuse Zero; over1:
        put a64[5], 0;
        eq.e a8[2], a8[2];
        require not add counter, 80 => Zero;
        put s16[2], GREETING;
        eq.n total, total;
        require eq.n total, total => Byte;
        ret;
        }
        fn third(byte: a8[2], digest: r160[5]?, text: s16[6], extended: f80[2]?) -> (x: a64[0], z: a64[2]) {
        jif first;
        ret;
        }
        pub fn fourth(x: a64[0], half: f16[7]?, widest: a1024[8]?, extended: f80[2]) {
        require sub.uw counter, counter;
        require eq.n counter, counter => Zero;
        rev s16[6], s16[1];
        require not ifz total;
        ret;
        }
        fn fifth(text: s16[6], widest: a1024[8]?, extended: f80[2], count_in: a16[3]?) -> (x: a64[0]?, count_out: a16[3]) {
        inv st0;
        require not st0 => Byte;
        require not st0 => Byte;
        eq.e a8[2], a8[2];
        require st0 => Two;
        eq.n counter, counter;
        put s16[2], GREETING;
        put s16[2], GREETING;
        ret;
        }
    }
}

alulib! {
    mod c1 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c0;
        const LIMIT: a32 = super::LIMIT;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(wide: a256[4]?, digest: r160[5], extended: f80[2]?) -> (x: a64[0]?, real: f64[4]) {
        jif fifth;
        put f64[4], 0.5;
        dup a64[0], a64[2];
        add total, 11;
        put s16[2], GREETING;
        require not st0 => Wide;
        require put total, 103;
        mov f64[4], f64[5];
        ret;
        }
        pub fn second(half: f16[7]) {
        dup a64[0], a64[2];
        jif fourth;
        mark2: jif mark2;
        cnv f32[1], f64[4];
        ret;
        }
        fn third(x: a64[0], digest: r160[5]?, extended: f80[2], count_in: a16[3]) {
        put a64[2], 0x1_0000;
        ret;
        }
        pub fn fourth(digest: r160[5], text: s16[6]) -> (x: a64[0]?) {
        len s16[6], a16[3];
        add.uw a64[2], a64[0];
        jif second;
        jif over3; refuse TooEarly; over3:
        clr a64[2];
        require inc total => TooEarly;
        ret;
        }
        pub fn fifth(byte: a8[2], half: f16[7]?) -> (x: a64[0]?, told: s16[1], count_out: a16[3], long: r2048[5]) {
        put r2048[5], 0xFF;
        require st0 => Overspent;
        require st0 => Overspent;
        put a64[2], 0x1_0000;
        require st0 => Byte;
        ret;
        }
    }
}

alulib! {
    mod c2 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c0;
        use super::c1;
        const LIMIT: a32 = 100_000;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(text: s16[6]) -> (told: s16[1]?, real: f64[4]?) {
        sub.uw counter, counter;
        exec c0::fourth;
        ret;
        }
        fn second(extended: f80[2]) -> (long: r2048[5]) {
        routine fifth;
        require not sub.uw total, total;
        require sub.uw counter, counter;
        eq.n total, total;
        eq.n counter, counter;
        jif third;
        dup a64[0], a64[2];
        routine first;
        ret;
        }
        pub fn third(text: s16[6]) -> (count_out: a16[3], long: r2048[5]) {
        mov f64[4], f64[5];
        add total, 46;
        ret;
        }
        fn fourth(byte: a8[2], text: s16[6], widest: a1024[8]?) {
        clr a64[2];
        mark1: jif mark1;
        jif fifth;
        put counter, 36;
        mark4: jif mark4;
        ret;
        }
        pub fn fifth(half: f16[7]?) {
        put s16[2], GREETING;
        jif second;
        eq.n counter, counter;
        eq.n total, total;
        routine fifth;
        put s16[2], GREETING;
        put s16[2], GREETING;
        inv st0;
        put a64[2], 0x1_0000;
        add.uw a64[2], a64[0];
        ret;
        }
    }
}

alulib! {
    mod c3 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        const LIMIT: a32 = super::LIMIT;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(wide: a256[4]) -> (x: a64[0]?) {
        require not sub.uw total, total;
        put a32[4], LIMIT;
        add total, 59;
        put a64[2], 0x1_0000;
        jif first;
        ret;
        jif third;
        require st0 => Zero;
        ret;
        }
        fn second(y: f32[1]?, half: f16[7]) -> (told: s16[1]) {
        require st0 => Byte;
        put s16[1], "";
        require not add total, 119 => Two;
        rev s16[6], s16[1];
        ret;
        }
        pub fn third(x: a64[0], byte: a8[2], digest: r160[5]) -> (told: s16[1]) {
        clr a64[2];
        ret;
        }
        pub fn fourth(byte: a8[2], wide: a256[4], digest: r160[5], extended: f80[2]?) -> (told: s16[1]?) {
        put a64[5], 0;
        ret;
        }
        fn fifth(byte: a8[2], widest: a1024[8]) -> (count_out: a16[3]) {
        jif over0; refuse Overspent; over0:
        rev s16[6], s16[1];
        jif over3; refuse Byte; over3:
        ifz counter;
        require not st0 => Wide;
        put a32[4], LIMIT;
        require inc counter;
        require st0 => Byte;
        eq.n counter, counter;
        ret;
        }
    }
}

alulib! {
    mod c4 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c3;
        const LIMIT: a32 = 100_000;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(y: f32[1], count_in: a16[3]) -> (z: a64[2], count_out: a16[3]) {
        jif over0; refuse TooEarly; over0:
        require add counter, 28 => Two;
        require inc counter;
        call c3::fourth;
        mark4: jif mark4;
        routine third;
        put s16[2], GREETING;
        ret;
        }
        fn second(x: a64[0]) -> (real: f64[4]?) {
        require not eq.n counter, counter => TooEarly;
        cnv f32[1], f64[4];
        ret;
        }
        fn third(extended: f80[2]) {
        jif third;
        mark1: jif mark1;
        require inc counter;
        require not st0 => Wide;
        require add total, 100;
        put a32[4], LIMIT;
        put total, 62;
        put a64[5], 0;
        let spare8 = a128[1]; inc spare8;
        call c3::fourth;
        ret;
        }
        pub fn fourth(x: a64[0]?, text: s16[6]?) {
        call c3::first;
        jif over1; refuse Wide; over1:
        put s16[2], GREETING;
        put a32[4], LIMIT;
        ret;
        }
        pub fn fifth(x: a64[0]?, text: s16[6], extended: f80[2]) -> (x: a64[0], z: a64[2], real: f64[4], long: r2048[5]) {
        call c3::third;
        let spare1 = a128[1]; inc spare1;
        inc total;
        ret;
        }
    }
}

alulib! {
    mod c5 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c3;
        use super::c4;
        const LIMIT: a32 = super::LIMIT;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(x: a64[0], byte: a8[2]?, wide: a256[4], half: f16[7], extended: f80[2], count_in: a16[3]?) -> (told: s16[1]) {
        require not ifz counter => Zero;
        call c3::third;
        let spare2 = a128[1]; inc spare2;
        let spare3 = a128[1]; inc spare3;
        test;
        routine third;
        require ifz total;
        routine second;
        put s16[2], GREETING;
        sub.uw counter, counter;
        require inc total => Two;
        ret;
        }
        fn second(y: f32[1]?, half: f16[7], extended: f80[2]?) -> (told: s16[1], real: f64[4]) {
        put s16[2], GREETING;
        require st0 => Overspent;
        exec c4::fifth;
        ifz counter;
        require not sub.uw total, total;
        require sub.uw counter, counter;
        put s16[2], GREETING;
        put s16[2], GREETING;
        ret;
        }
        pub fn third(y: f32[1]) -> (z: a64[2]) {
        let spare0 = a128[1]; inc spare0;
        sub.uw total, total;
        put counter, 75;
        put f64[4], 0.5;
        ret;
        }
        fn fourth(y: f32[1], text: s16[6], count_in: a16[3]) -> (z: a64[2]) {
        routine first;
        rev s16[6], s16[1];
        eq.n counter, counter;
        require ifz total;
        exec c4::first;
        put s16[2], GREETING;
        put a32[4], LIMIT;
        ret;
        }
        fn fifth() -> (z: a64[2], told: s16[1], long: r2048[5]) {
        jif over0; refuse Zero; over0:
        require not st0 => TooEarly;
        require add counter, 34;
        require put total, 92;
        inv st0;
        put s16[2], GREETING;
        add counter, 31;
        ret;
        }
    }
}

alulib! {
    mod c6 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        const LIMIT: a32 = 100_000;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(widest: a1024[8]) -> (x: a64[0], told: s16[1]) {
        put r2048[5], 0xFF;
        require not inc counter => TooEarly;
        mark2: jif mark2;
        eq.e a8[2], a8[2];
        require not eq.n counter, counter;
        require not put total, 31 => Two;
        sub.uw counter, counter;
        mov f64[4], f64[5];
        mark10: jif mark10;
        ret;
        }
        fn second(wide: a256[4]) {
        require not sub.uw counter, counter => TooEarly;
        mark1: jif mark1;
        len s16[6], a16[3];
        jif second;
        put total, 57;
        require not st0 => Zero;
        put f64[4], 0.5;
        ret;
        ret;
        }
        fn third(y: f32[1]?, widest: a1024[8]?) -> (count_out: a16[3]) {
        put s16[2], GREETING;
        require st0 => Two;
        routine fourth;
        sub.uw total, total;
        jif second;
        inv st0;
        ret;
        }
        pub fn fourth(x: a64[0]?, byte: a8[2], widest: a1024[8], extended: f80[2], count_in: a16[3]) {
        put s16[1], "told";
        test;
        jif over2; refuse Byte; over2:
        require not add counter, 106 => Zero;
        ret;
        }
        pub fn fifth(x: a64[0]) -> (z: a64[2], count_out: a16[3]?, real: f64[4], long: r2048[5]?) {
        put s16[1], "";
        ret;
        put s16[2], GREETING;
        sub.uw counter, counter;
        eq.n total, total;
        require not st0 => TooEarly;
        put s16[2], GREETING;
        put s16[2], GREETING;
        require not sub.uw total, total => Zero;
        ret;
        }
    }
}

alulib! {
    mod c7 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c6;
        const LIMIT: a32 = super::LIMIT;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(y: f32[1], byte: a8[2], wide: a256[4], widest: a1024[8], count_in: a16[3]) -> (z: a64[2]?, long: r2048[5]?) {
        ret;
        }
        fn second(byte: a8[2], half: f16[7]?) -> (told: s16[1]) {
        inc counter;
        put s16[1], "told";
        add counter, 36;
        inv st0;
        exec c6::fifth;
        jif first;
        ret;
        }
        pub fn third(byte: a8[2], wide: a256[4], text: s16[6]) -> (told: s16[1]?, count_out: a16[3]?) {
        put s16[2], GREETING;
        ret;
        }
        pub fn fourth(byte: a8[2], text: s16[6]?, half: f16[7]?, count_in: a16[3]) -> (long: r2048[5]) {
        ret;
        ifz total;
        require not st0 => TooEarly;
        len s16[6], a16[3];
        require not st0 => Zero;
        jif first;
        ret;
        }
        fn fifth(byte: a8[2]?, extended: f80[2]?) -> (count_out: a16[3], long: r2048[5]) {
        put a32[4], LIMIT;
        jif over1; refuse Wide; over1:
        put total, 5;
        routine fourth;
        clr a64[2];
        mark5: jif mark5;
        ret;
        }
    }
}

alulib! {
    mod c8 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c6;
        use super::c7;
        const LIMIT: a32 = 100_000;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(y: f32[1], wide: a256[4]) -> (told: s16[1]?) {
        ret;
        }
        pub fn second(y: f32[1], wide: a256[4], text: s16[6]?, half: f16[7], widest: a1024[8]?, count_in: a16[3]) -> (long: r2048[5]) {
        sub.uw counter, counter;
        call c6::fourth;
        add.uw a64[2], a64[0];
        require not ifz total;
        require not put total, 98;
        require not ifz total => Overspent;
        put a32[4], LIMIT;
        rev s16[6], s16[1];
        ret;
        }
        pub fn third(x: a64[0], digest: r160[5]?, half: f16[7]?, count_in: a16[3]?) -> (z: a64[2], count_out: a16[3]?, long: r2048[5]?) {
        put a32[4], LIMIT;
        call c7::fourth;
        call c6::fifth;
        cnv f32[1], f64[4];
        put a32[4], LIMIT;
        jif first;
        call c6::fifth;
        ret;
        }
        fn fourth(x: a64[0]?, extended: f80[2]?, count_in: a16[3]?) {
        require not inc total;
        jif first;
        mark2: jif mark2;
        put s16[1], "";
        require sub.uw counter, counter;
        test;
        jif over6; refuse Two; over6:
        ret;
        }
        pub fn fifth(y: f32[1], digest: r160[5]?, extended: f80[2]?, count_in: a16[3]) -> (x: a64[0]?, z: a64[2]?, count_out: a16[3]?) {
        jif over0; refuse Byte; over0:
        put s16[1], "told";
        put s16[2], GREETING;
        put a64[2], 0x1_0000;
        jif over4; refuse Byte; over4:
        put a64[5], 0;
        ret;
        }
    }
}

alulib! {
    mod c9 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        const LIMIT: a32 = super::LIMIT;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(y: f32[1], half: f16[7]) -> (count_out: a16[3]) {
        jif over0; refuse Zero; over0:
        dup a64[0], a64[2];
        require st0 => Overspent;
        mark3: jif mark3;
        put f64[4], 0.5;
        test;
        require not st0 => Zero;
        require not put total, 84;
        add.uw a64[2], a64[0];
        require add counter, 31 => Zero;
        eq.n counter, counter;
        ret;
        }
        pub fn second(x: a64[0], y: f32[1], wide: a256[4], widest: a1024[8], extended: f80[2], count_in: a16[3]?) -> (z: a64[2], real: f64[4]) {
        put a32[4], LIMIT;
        put s16[1], "told";
        put a64[5], 0;
        ret;
        }
        fn third(y: f32[1]) {
        jif over0; refuse Byte; over0:
        put s16[2], GREETING;
        require not put total, 66;
        require not add counter, 31 => Wide;
        ret;
        }
        fn fourth(x: a64[0], wide: a256[4]?, digest: r160[5], text: s16[6]?, half: f16[7], extended: f80[2]) -> (x: a64[0], long: r2048[5]?) {
        put a64[2], 0x1_0000;
        eq.e a8[2], a8[2];
        require st0 => Byte;
        put f64[4], 0.5;
        require not ifz counter => Byte;
        routine third;
        put a32[4], LIMIT;
        put f64[4], 0.5;
        require add total, 117 => Byte;
        eq.n total, total;
        ret;
        }
        pub fn fifth() -> (z: a64[2]?) {
        routine fourth;
        jif over1; refuse Wide; over1:
        jif fifth;
        require st0 => Two;
        put s16[2], GREETING;
        ret;
        }
    }
}

alulib! {
    mod c10 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c9;
        const LIMIT: a32 = 100_000;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(y: f32[1]) -> (x: a64[0], long: r2048[5]) {
        mark0: jif mark0;
        jif over1; refuse Zero; over1:
        put r2048[5], 0xFF;
        jif fifth;
        eq.e a8[2], a8[2];
        inv st0;
        require ifz counter => Zero;
        jif over7; refuse Zero; over7:
        put f64[4], 0.5;
        put f64[4], 0.5;
        require not add counter, 76;
        ret;
        }
        pub fn second(byte: a8[2], wide: a256[4], text: s16[6]) -> (told: s16[1], count_out: a16[3]) {
        jif fourth;
        ret;
        }
        fn third(extended: f80[2]) {
        require not st0 => Zero;
        require not st0 => Zero;
        put s16[2], GREETING;
        clr a64[2];
        put a32[4], LIMIT;
        ret;
        }
        pub fn fourth(x: a64[0], wide: a256[4], digest: r160[5]?, text: s16[6], extended: f80[2]?) -> (z: a64[2]?) {
        ret;
        }
        fn fifth(digest: r160[5]) -> (long: r2048[5]) {
        routine second;
        mark1: jif mark1;
        mark2: jif mark2;
        require not st0 => Zero;
        jif first;
        mark5: jif mark5;
        put a32[4], LIMIT;
        call c9::first;
        ret;
        }
    }
}

alulib! {
    mod c11 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c9;
        use super::c10;
        const LIMIT: a32 = super::LIMIT;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(byte: a8[2], wide: a256[4], extended: f80[2]) -> (x: a64[0]) {
        put s16[2], GREETING;
        require st0 => Wide;
        ret;
        }
        pub fn second(text: s16[6]) -> (x: a64[0], real: f64[4]) {
        require not inc counter;
        eq.n total, total;
        require inc total => TooEarly;
        ret;
        }
        fn third(widest: a1024[8]) {
        require not inc total => Two;
        require not add counter, 110 => Byte;
        jif third;
        require put counter, 45;
        ret;
        }
        fn fourth(widest: a1024[8], extended: f80[2]) {
        mark0: jif mark0;
        test;
        eq.e a8[2], a8[2];
        mark3: jif mark3;
        add.uw a64[2], a64[0];
        ret;
        }
        fn fifth(x: a64[0], byte: a8[2]) -> (x: a64[0], long: r2048[5]?) {
        eq.e a8[2], a8[2];
        cnv f32[1], f64[4];
        clr a64[2];
        put a64[2], 0x1_0000;
        require inc total;
        ret;
        }
    }
}

alulib! {
    mod c12 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        const LIMIT: a32 = 100_000;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(byte: a8[2]) {
        put a32[4], LIMIT;
        jif first;
        require put total, 41 => Zero;
        cnv f32[1], f64[4];
        put a64[5], 0;
        require not eq.n total, total => Wide;
        require not sub.uw counter, counter;
        routine fourth;
        jif over8; refuse Byte; over8:
        require st0 => Byte;
        clr a64[2];
        ret;
        }
        fn second(byte: a8[2]) -> (told: s16[1]?, count_out: a16[3]?) {
        ret;
        }
        pub fn third(wide: a256[4]?, digest: r160[5]?, widest: a1024[8], extended: f80[2]) -> (z: a64[2], told: s16[1]?) {
        mov f64[4], f64[5];
        require not ifz counter;
        routine fifth;
        require not st0 => Overspent;
        eq.e a8[2], a8[2];
        ret;
        }
        fn fourth(y: f32[1], widest: a1024[8]?) -> (count_out: a16[3]) {
        require add total, 41;
        require not st0 => Overspent;
        put s16[2], GREETING;
        put s16[2], GREETING;
        mark5: jif mark5;
        ret;
        }
        fn fifth(byte: a8[2]?, widest: a1024[8]?, count_in: a16[3]) -> (told: s16[1], long: r2048[5]?) {
        put s16[1], "told";
        put r2048[5], 0xFF;
        require not inc counter;
        jif over3; refuse Overspent; over3:
        put f64[4], 0.5;
        put a32[4], LIMIT;
        ret;
        }
    }
}

alulib! {
    mod c13 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c12;
        const LIMIT: a32 = super::LIMIT;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(y: f32[1], text: s16[6], half: f16[7]) -> (z: a64[2], told: s16[1], real: f64[4]?) {
        add.uw a64[2], a64[0];
        put r2048[5], 0xFF;
        ret;
        }
        pub fn second(x: a64[0], wide: a256[4], half: f16[7]?, widest: a1024[8]?) -> (x: a64[0]?, z: a64[2], long: r2048[5]) {
        dup a64[0], a64[2];
        require not st0 => Two;
        require eq.n counter, counter => Overspent;
        sub.uw total, total;
        add counter, 103;
        put a32[4], LIMIT;
        require ifz counter => Wide;
        clr a64[2];
        rev s16[6], s16[1];
        require not add counter, 108;
        ret;
        }
        fn third(x: a64[0], wide: a256[4], text: s16[6]?, widest: a1024[8]) -> (told: s16[1]) {
        routine first;
        ret;
        }
        fn fourth(digest: r160[5]?, half: f16[7]?, extended: f80[2]) -> (told: s16[1]) {
        jif fourth;
        rev s16[6], s16[1];
        mov f64[4], f64[5];
        require inc counter;
        require ifz total => TooEarly;
        require not ifz total;
        put s16[1], "told";
        require not st0 => TooEarly;
        require not ifz total;
        put a32[4], LIMIT;
        ret;
        }
        fn fifth(text: s16[6]) {
        jif third;
        put a64[2], 0x1_0000;
        ret;
        }
    }
}

alulib! {
    mod c14 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c12;
        use super::c13;
        const LIMIT: a32 = 100_000;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(x: a64[0]?, y: f32[1]?, byte: a8[2], wide: a256[4]) -> (long: r2048[5]) {
        require st0 => Zero;
        routine fourth;
        ret;
        }
        pub fn second(byte: a8[2], wide: a256[4], text: s16[6]) -> (told: s16[1], real: f64[4]?) {
        add total, 112;
        jif second;
        inv st0;
        exec c13::first;
        mark4: jif mark4;
        put s16[2], GREETING;
        jif over6; refuse Overspent; over6:
        cnv f32[1], f64[4];
        sub.uw total, total;
        ret;
        }
        pub fn third(half: f16[7], count_in: a16[3]?) -> (count_out: a16[3]) {
        require not put counter, 89;
        mov f64[4], f64[5];
        routine first;
        ret;
        }
        pub fn fourth(x: a64[0]?, half: f16[7], count_in: a16[3]) -> (x: a64[0]?, real: f64[4], long: r2048[5]) {
        ifz total;
        sub.uw total, total;
        put a32[4], LIMIT;
        put a32[4], LIMIT;
        require not st0 => Zero;
        put s16[2], GREETING;
        jif fifth;
        inv st0;
        clr a64[2];
        ret;
        }
        pub fn fifth(x: a64[0]?, byte: a8[2]?, widest: a1024[8]?) -> (z: a64[2]) {
        require inc total => Zero;
        routine first;
        require not sub.uw counter, counter => Wide;
        ret;
        }
    }
}

alulib! {
    mod c15 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        const LIMIT: a32 = super::LIMIT;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first() -> (x: a64[0]) {
        require add counter, 63 => Zero;
        put s16[1], "";
        require add total, 98 => Byte;
        require not st0 => TooEarly;
        put s16[1], "";
        eq.e a8[2], a8[2];
        sub.uw total, total;
        ret;
        }
        fn second() -> (real: f64[4], long: r2048[5]?) {
        put r2048[5], 0xFF;
        inc total;
        put s16[1], "";
        cnv f32[1], f64[4];
        put a64[5], 0;
        put s16[2], GREETING;
        inv st0;
        put s16[1], "";
        ret;
        }
        pub fn third(y: f32[1]?, byte: a8[2], widest: a1024[8]?, extended: f80[2]) -> (z: a64[2]) {
        require inc counter => TooEarly;
        put a32[4], LIMIT;
        ret;
        }
        pub fn fourth(byte: a8[2], digest: r160[5]?) -> (z: a64[2]) {
        require ifz counter;
        eq.n counter, counter;
        require inc counter => Zero;
        ret;
        }
        fn fifth(count_in: a16[3]?) -> (z: a64[2]) {
        ret;
        }
    }
}

alulib! {
    mod c16 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c15;
        const LIMIT: a32 = 100_000;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(y: f32[1], digest: r160[5]?) -> (z: a64[2], told: s16[1]) {
        clr a64[2];
        require not eq.n counter, counter;
        test;
        eq.n total, total;
        require not eq.n total, total => Wide;
        jif over5; refuse Byte; over5:
        rev s16[6], s16[1];
        dup a64[0], a64[2];
        jif over8; refuse Two; over8:
        ret;
        }
        pub fn second(extended: f80[2]) -> (x: a64[0]?, z: a64[2], told: s16[1], count_out: a16[3]) {
        require not inc total => Two;
        test;
        ret;
        }
        fn third(y: f32[1], wide: a256[4]?, digest: r160[5]) {
        mark0: jif mark0;
        ret;
        exec c15::fourth;
        require not eq.n total, total => TooEarly;
        require ifz counter;
        ret;
        }
        fn fourth(x: a64[0]?, text: s16[6]?, half: f16[7]?, extended: f80[2], count_in: a16[3]) -> (x: a64[0]) {
        routine first;
        put s16[2], GREETING;
        mark2: jif mark2;
        clr a64[2];
        require eq.n counter, counter;
        ret;
        }
        pub fn fifth(x: a64[0], y: f32[1], half: f16[7], extended: f80[2]) {
        require sub.uw total, total;
        jif second;
        put a32[4], LIMIT;
        put a64[5], 0;
        add.uw a64[2], a64[0];
        put a32[4], LIMIT;
        put f64[4], 0.5;
        put s16[2], GREETING;
        ret;
        }
    }
}

alulib! {
    mod c17 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c15;
        use super::c16;
        const LIMIT: a32 = super::LIMIT;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(y: f32[1], digest: r160[5], text: s16[6]?) -> (real: f64[4]?) {
        jif fifth;
        rev s16[6], s16[1];
        mov f64[4], f64[5];
        put total, 30;
        require not put total, 1 => Byte;
        require sub.uw counter, counter => TooEarly;
        put s16[1], "";
        exec c16::fifth;
        routine third;
        mark9: jif mark9;
        put s16[2], GREETING;
        ret;
        }
        pub fn second(wide: a256[4], half: f16[7]) -> (z: a64[2], told: s16[1]?, long: r2048[5]?) {
        require put total, 80 => Overspent;
        require st0 => TooEarly;
        put a32[4], LIMIT;
        call c16::first;
        let spare4 = a128[1]; inc spare4;
        sub.uw counter, counter;
        require not st0 => Zero;
        require inc total => Overspent;
        require add total, 83;
        put s16[1], "";
        clr a64[2];
        ret;
        }
        pub fn third(count_in: a16[3]) -> (long: r2048[5]?) {
        inv st0;
        require not put total, 98;
        put a64[5], 0;
        ret;
        }
        fn fourth(digest: r160[5]?, widest: a1024[8]?) -> (long: r2048[5]) {
        cnv f32[1], f64[4];
        eq.n total, total;
        jif third;
        mark3: jif mark3;
        add counter, 61;
        put counter, 64;
        jif over6; refuse Zero; over6:
        require not inc total;
        ret;
        }
        fn fifth(text: s16[6]) {
        require eq.n total, total;
        mark1: jif mark1;
        exec c16::second;
        put a32[4], LIMIT;
        len s16[6], a16[3];
        put s16[1], "told";
        jif over6; refuse Wide; over6:
        add total, 56;
        jif fourth;
        put f64[4], 0.5;
        ret;
        }
    }
}

alulib! {
    mod c18 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        const LIMIT: a32 = 100_000;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(y: f32[1]?, byte: a8[2], text: s16[6]?, extended: f80[2]?) -> (z: a64[2], long: r2048[5]) {
        require put total, 92 => TooEarly;
        require not sub.uw total, total => Wide;
        ret;
        }
        pub fn second(x: a64[0]) {
        require not st0 => TooEarly;
        ret;
        }
        pub fn third(text: s16[6], extended: f80[2], count_in: a16[3]) {
        add.uw a64[2], a64[0];
        add total, 104;
        require not st0 => TooEarly;
        dup a64[0], a64[2];
        ret;
        cnv f32[1], f64[4];
        put s16[2], GREETING;
        len s16[6], a16[3];
        mark8: jif mark8;
        inv st0;
        ret;
        }
        fn fourth(y: f32[1], text: s16[6], extended: f80[2]) {
        add.uw a64[2], a64[0];
        put s16[2], GREETING;
        ret;
        }
        pub fn fifth(wide: a256[4], text: s16[6], count_in: a16[3]) -> (told: s16[1], real: f64[4]) {
        require inc counter => Overspent;
        put a32[4], LIMIT;
        jif over2; refuse Two; over2:
        routine first;
        mark4: jif mark4;
        jif over5; refuse Wide; over5:
        require st0 => Wide;
        let spare7 = a128[1]; inc spare7;
        ret;
        }
    }
}

alulib! {
    mod c19 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c18;
        const LIMIT: a32 = super::LIMIT;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(y: f32[1], byte: a8[2], count_in: a16[3]) -> (told: s16[1], long: r2048[5]) {
        jif fourth;
        sub.uw counter, counter;
        ret;
        put counter, 46;
        mark4: jif mark4;
        put a32[4], LIMIT;
        test;
        put total, 49;
        put a64[5], 0;
        ret;
        }
        pub fn second(x: a64[0], extended: f80[2]) -> (x: a64[0], long: r2048[5]) {
        put s16[2], GREETING;
        require st0 => Byte;
        put a32[4], LIMIT;
        mark3: jif mark3;
        clr a64[2];
        put a64[2], 0x1_0000;
        ret;
        }
        pub fn third(x: a64[0], wide: a256[4], half: f16[7]?, extended: f80[2]) -> (count_out: a16[3], long: r2048[5]) {
        test;
        ret;
        }
        pub fn fourth(widest: a1024[8]) -> (x: a64[0], count_out: a16[3]) {
        require ifz counter => Overspent;
        require not st0 => TooEarly;
        require put total, 102 => TooEarly;
        jif over3; refuse Two; over3:
        put a64[2], 0x1_0000;
        let spare5 = a128[1]; inc spare5;
        jif fifth;
        eq.n counter, counter;
        clr a64[2];
        ret;
        }
        fn fifth(half: f16[7], widest: a1024[8], count_in: a16[3]) -> (x: a64[0]?, long: r2048[5]?) {
        put a32[4], LIMIT;
        call c18::first;
        require eq.n total, total;
        require not add counter, 52;
        put a32[4], LIMIT;
        put s16[1], "";
        ret;
        routine fourth;
        require not st0 => Overspent;
        require sub.uw counter, counter;
        sub.uw total, total;
        ret;
        }
    }
}

alulib! {
    mod c20 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c18;
        use super::c19;
        const LIMIT: a32 = 100_000;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(wide: a256[4], text: s16[6]) -> (count_out: a16[3]?) {
        require st0 => Overspent;
        let spare1 = a128[1]; inc spare1;
        put a32[4], LIMIT;
        test;
        mark4: jif mark4;
        put s16[2], GREETING;
        jif over6; refuse TooEarly; over6:
        put total, 108;
        test;
        require inc counter;
        ret;
        }
        fn second(half: f16[7], extended: f80[2]) {
        routine fourth;
        jif over1; refuse Two; over1:
        require not put total, 22;
        require not sub.uw counter, counter => Zero;
        require sub.uw total, total => Two;
        ifz counter;
        ret;
        }
        fn third(extended: f80[2]?) -> (z: a64[2], real: f64[4]) {
        put s16[2], GREETING;
        require not add total, 15 => TooEarly;
        put s16[1], "";
        put a64[5], 0;
        cnv f32[1], f64[4];
        routine fifth;
        ret;
        }
        fn fourth(x: a64[0]?, byte: a8[2], wide: a256[4], extended: f80[2]) -> (x: a64[0]?, told: s16[1]) {
        require not sub.uw counter, counter => Byte;
        add counter, 11;
        let spare2 = a128[1]; inc spare2;
        require st0 => Overspent;
        ret;
        }
        fn fifth(widest: a1024[8]?, count_in: a16[3]) -> (x: a64[0]?, real: f64[4]) {
        eq.e a8[2], a8[2];
        require not put counter, 4;
        ifz total;
        test;
        jif second;
        jif over5; refuse Zero; over5:
        ret;
        }
    }
}

alulib! {
    mod c21 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        const LIMIT: a32 = super::LIMIT;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(byte: a8[2]) -> (x: a64[0]?, told: s16[1], long: r2048[5]?) {
        mov f64[4], f64[5];
        ret;
        put s16[2], GREETING;
        require not inc total => Zero;
        ret;
        }
        fn second(y: f32[1], widest: a1024[8]) -> (real: f64[4]) {
        put r2048[5], 0xFF;
        ifz counter;
        ret;
        }
        fn third(count_in: a16[3]) -> (count_out: a16[3]?, long: r2048[5]?) {
        require not st0 => Byte;
        require not inc counter => Byte;
        ret;
        }
        pub fn fourth(y: f32[1], text: s16[6], widest: a1024[8]) -> (x: a64[0], z: a64[2]) {
        put s16[2], GREETING;
        require not add counter, 86 => Wide;
        require not inc total;
        put s16[2], GREETING;
        put a64[5], 0;
        require st0 => TooEarly;
        put f64[4], 0.5;
        mark7: jif mark7;
        require st0 => Zero;
        require not eq.n total, total;
        ret;
        }
        fn fifth(x: a64[0]?, widest: a1024[8]) -> (z: a64[2], long: r2048[5]) {
        require st0 => Zero;
        ifz total;
        jif over2; refuse TooEarly; over2:
        put r2048[5], 0xFF;
        put counter, 14;
        require st0 => Two;
        require ifz total => Two;
        require not eq.n counter, counter;
        put a32[4], LIMIT;
        put s16[2], GREETING;
        require not ifz counter => Wide;
        ret;
        }
    }
}

alulib! {
    mod c22 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c21;
        const LIMIT: a32 = 100_000;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(x: a64[0], half: f16[7], widest: a1024[8]?) -> (told: s16[1]?, real: f64[4]) {
        put a64[2], 0x1_0000;
        jif second;
        put a32[4], LIMIT;
        jif over3; refuse TooEarly; over3:
        require not put counter, 8;
        inc total;
        jif fourth;
        ret;
        }
        fn second(y: f32[1], wide: a256[4]?, extended: f80[2]) {
        put a64[2], 0x1_0000;
        require not st0 => Zero;
        routine third;
        ret;
        }
        pub fn third(x: a64[0], y: f32[1], byte: a8[2]?, wide: a256[4], half: f16[7]?, widest: a1024[8]) -> (x: a64[0]?, told: s16[1]?, long: r2048[5]) {
        put a32[4], LIMIT;
        ret;
        }
        fn fourth(widest: a1024[8]?) {
        ret;
        }
        pub fn fifth(y: f32[1]?, text: s16[6]?, half: f16[7], widest: a1024[8]?) -> (z: a64[2]) {
        ret;
        }
    }
}

alulib! {
    mod c23 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c21;
        use super::c22;
        const LIMIT: a32 = super::LIMIT;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(y: f32[1], text: s16[6]?, widest: a1024[8]) -> (x: a64[0]) {
        inc total;
        mark1: jif mark1;
        require not add counter, 15;
        call c21::fourth;
        test;
        ifz counter;
        mov f64[4], f64[5];
        ret;
        }
        pub fn second() -> (x: a64[0], long: r2048[5]) {
        routine fourth;
        ret;
        }
        pub fn third(y: f32[1], wide: a256[4], digest: r160[5], extended: f80[2]) {
        jif fourth;
        require put counter, 91;
        put a32[4], LIMIT;
        put s16[1], "told";
        inv st0;
        require st0 => Zero;
        require st0 => Wide;
        jif over7; refuse Overspent; over7:
        ret;
        }
        fn fourth(byte: a8[2], text: s16[6], extended: f80[2]?, count_in: a16[3]) -> (z: a64[2], told: s16[1]?) {
        cnv f32[1], f64[4];
        dup a64[0], a64[2];
        jif fourth;
        require not st0 => Overspent;
        mark4: jif mark4;
        add counter, 17;
        put s16[1], "";
        rev s16[6], s16[1];
        ret;
        }
        pub fn fifth(half: f16[7], count_in: a16[3]?) -> (real: f64[4]?) {
        put s16[1], "";
        jif over1; refuse TooEarly; over1:
        put counter, 108;
        mark3: jif mark3;
        eq.e a8[2], a8[2];
        inv st0;
        ret;
        }
    }
}

alulib! {
    mod c24 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        const LIMIT: a32 = 100_000;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(wide: a256[4], half: f16[7], widest: a1024[8], count_in: a16[3]) -> (real: f64[4]) {
        require not eq.n counter, counter;
        require not eq.n total, total => TooEarly;
        mark2: jif mark2;
        mark3: jif mark3;
        put s16[2], GREETING;
        ifz total;
        ret;
        }
        fn second(byte: a8[2], text: s16[6], widest: a1024[8], extended: f80[2]) -> (x: a64[0]?, long: r2048[5]) {
        require put total, 79;
        require not st0 => Overspent;
        require not ifz total;
        put a32[4], LIMIT;
        ret;
        inc counter;
        require not st0 => Byte;
        mark7: jif mark7;
        mark8: jif mark8;
        ret;
        }
        fn third(x: a64[0]?, half: f16[7], extended: f80[2]?) -> (real: f64[4]?, long: r2048[5]?) {
        mark0: jif mark0;
        require put total, 43 => Overspent;
        mark3: jif mark3;
        mark4: jif mark4;
        put a32[4], LIMIT;
        require put total, 97 => Two;
        put s16[1], "";
        dup a64[0], a64[2];
        put s16[2], GREETING;
        ret;
        }
        fn fourth(byte: a8[2]) -> (x: a64[0]?, z: a64[2], count_out: a16[3]) {
        rev s16[6], s16[1];
        require st0 => TooEarly;
        require not st0 => Wide;
        ret;
        }
        fn fifth(wide: a256[4], half: f16[7], extended: f80[2]?) -> (x: a64[0], z: a64[2]?) {
        put a32[4], LIMIT;
        let spare1 = a128[1]; inc spare1;
        len s16[6], a16[3];
        require sub.uw counter, counter;
        sub.uw counter, counter;
        jif over5; refuse Zero; over5:
        inc counter;
        require not add counter, 65 => Two;
        require not put counter, 106 => Wide;
        jif over9; refuse Wide; over9:
        require st0 => Byte;
        ret;
        }
    }
}

alulib! {
    mod c25 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c24;
        const LIMIT: a32 = super::LIMIT;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(digest: r160[5], widest: a1024[8]) -> (told: s16[1]) {
        put a64[2], 0x1_0000;
        len s16[6], a16[3];
        put s16[1], "told";
        put s16[2], GREETING;
        ret;
        }
        fn second(byte: a8[2]?) -> (told: s16[1]?, real: f64[4]) {
        put a64[5], 0;
        add.uw a64[2], a64[0];
        put r2048[5], 0xFF;
        add total, 27;
        call c24::first;
        require add counter, 77;
        jif over6; refuse Wide; over6:
        test;
        ret;
        }
        fn third(half: f16[7], widest: a1024[8]?) -> (z: a64[2]) {
        mark0: jif mark0;
        let spare1 = a128[1]; inc spare1;
        inv st0;
        put a32[4], LIMIT;
        mark4: jif mark4;
        jif fourth;
        ret;
        }
        fn fourth(byte: a8[2], half: f16[7], widest: a1024[8]?) -> (real: f64[4]?) {
        routine second;
        mov f64[4], f64[5];
        jif fifth;
        routine third;
        add.uw a64[2], a64[0];
        jif first;
        put a32[4], LIMIT;
        exec c24::first;
        inv st0;
        inc counter;
        ret;
        }
        fn fifth(x: a64[0], wide: a256[4], digest: r160[5], text: s16[6], half: f16[7], widest: a1024[8], count_in: a16[3]) -> (real: f64[4]?) {
        let spare0 = a128[1]; inc spare0;
        require eq.n total, total => Wide;
        cnv f32[1], f64[4];
        call c24::first;
        inc counter;
        routine fourth;
        require not sub.uw counter, counter;
        call c24::first;
        jif second;
        require eq.n counter, counter => Wide;
        ret;
        }
    }
}

alulib! {
    mod c26 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c24;
        use super::c25;
        const LIMIT: a32 = 100_000;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(extended: f80[2], count_in: a16[3]) -> (count_out: a16[3]) {
        jif over0; refuse Two; over0:
        add.uw a64[2], a64[0];
        sub.uw counter, counter;
        add.uw a64[2], a64[0];
        routine third;
        require ifz counter => Overspent;
        ret;
        }
        fn second(y: f32[1], byte: a8[2], text: s16[6]) -> (long: r2048[5]) {
        routine third;
        require st0 => Byte;
        require not st0 => Wide;
        require not st0 => TooEarly;
        mark4: jif mark4;
        require eq.n counter, counter;
        require not put counter, 49;
        mark7: jif mark7;
        ret;
        }
        fn third(x: a64[0], digest: r160[5]?, widest: a1024[8], count_in: a16[3]?) {
        put s16[2], GREETING;
        len s16[6], a16[3];
        mark2: jif mark2;
        jif over3; refuse Zero; over3:
        mov f64[4], f64[5];
        add counter, 56;
        ret;
        }
        pub fn fourth(half: f16[7]) -> (real: f64[4]?) {
        require add counter, 105 => TooEarly;
        sub.uw total, total;
        add counter, 31;
        require sub.uw counter, counter => Byte;
        jif over4; refuse Zero; over4:
        jif over5; refuse Wide; over5:
        eq.e a8[2], a8[2];
        ret;
        }
        fn fifth(x: a64[0], wide: a256[4]?, half: f16[7], extended: f80[2]) {
        let spare0 = a128[1]; inc spare0;
        call c24::first;
        ret;
        }
    }
}

alulib! {
    mod c27 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        const LIMIT: a32 = super::LIMIT;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(y: f32[1]) -> (x: a64[0]?) {
        ret;
        }
        pub fn second(byte: a8[2], wide: a256[4]?, digest: r160[5]) -> (real: f64[4]?, long: r2048[5]) {
        require not inc total => Two;
        require not add total, 77;
        ret;
        }
        fn third(x: a64[0]?, y: f32[1], text: s16[6]?) -> (told: s16[1], real: f64[4]) {
        jif over0; refuse Wide; over0:
        require not add counter, 43 => Two;
        let spare2 = a128[1]; inc spare2;
        mov f64[4], f64[5];
        put s16[2], GREETING;
        mark5: jif mark5;
        ret;
        }
        pub fn fourth(byte: a8[2]?, digest: r160[5]?, text: s16[6]?, half: f16[7], extended: f80[2]?) -> (z: a64[2]) {
        jif over0; refuse Zero; over0:
        add counter, 31;
        require not st0 => Wide;
        add counter, 111;
        let spare5 = a128[1]; inc spare5;
        require st0 => TooEarly;
        routine fourth;
        ifz counter;
        ret;
        }
        pub fn fifth(y: f32[1]) -> (long: r2048[5]?) {
        jif second;
        require sub.uw total, total => Overspent;
        test;
        ret;
        }
    }
}

alulib! {
    mod c28 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c27;
        const LIMIT: a32 = 100_000;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(byte: a8[2], text: s16[6]?) -> (z: a64[2]) {
        eq.e a8[2], a8[2];
        ret;
        }
        pub fn second(wide: a256[4], digest: r160[5], half: f16[7]) -> (told: s16[1]?, long: r2048[5]) {
        require st0 => Zero;
        call c27::second;
        require not add total, 53;
        require eq.n counter, counter => Wide;
        ifz total;
        rev s16[6], s16[1];
        ret;
        }
        pub fn third(x: a64[0], text: s16[6], widest: a1024[8]) -> (x: a64[0]?, real: f64[4]) {
        put s16[1], "told";
        ret;
        }
        fn fourth(y: f32[1]) -> (told: s16[1], real: f64[4]) {
        require eq.n counter, counter => Zero;
        routine first;
        exec c27::fifth;
        put r2048[5], 0xFF;
        put a64[2], 0x1_0000;
        require st0 => Overspent;
        put a32[4], LIMIT;
        mark7: jif mark7;
        put a32[4], LIMIT;
        put total, 107;
        ret;
        }
        fn fifth(x: a64[0], widest: a1024[8]) {
        ret;
        }
    }
}

alulib! {
    mod c29 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c27;
        use super::c28;
        const LIMIT: a32 = super::LIMIT;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(count_in: a16[3]?) -> (real: f64[4]?, long: r2048[5]) {
        require not eq.n total, total;
        put a32[4], LIMIT;
        require st0 => Byte;
        jif fifth;
        call c28::third;
        exec c27::fourth;
        require st0 => Wide;
        put a32[4], LIMIT;
        ret;
        }
        fn second(digest: r160[5], text: s16[6]?) -> (long: r2048[5]?) {
        put a32[4], LIMIT;
        jif fifth;
        cnv f32[1], f64[4];
        jif over3; refuse Two; over3:
        jif over4; refuse Overspent; over4:
        call c27::second;
        call c28::second;
        add total, 107;
        ret;
        }
        pub fn third(x: a64[0], count_in: a16[3]) -> (real: f64[4]) {
        ret;
        }
        fn fourth(wide: a256[4]?, half: f16[7]) -> (x: a64[0]) {
        require st0 => Byte;
        ret;
        }
        pub fn fifth(byte: a8[2]) -> (real: f64[4]) {
        call c27::fifth;
        jif third;
        cnv f32[1], f64[4];
        mark3: jif mark3;
        put s16[2], GREETING;
        require not st0 => Zero;
        jif over6; refuse Wide; over6:
        cnv f32[1], f64[4];
        require not sub.uw counter, counter => Overspent;
        jif over9; refuse Two; over9:
        ret;
        }
    }
}

alulib! {
    mod c30 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        const LIMIT: a32 = 100_000;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(byte: a8[2]?, digest: r160[5]?) -> (z: a64[2]?) {
        require sub.uw total, total;
        put a32[4], LIMIT;
        put s16[2], GREETING;
        require not put total, 61;
        put s16[2], GREETING;
        ret;
        require not eq.n total, total => Two;
        require not add total, 118 => Wide;
        ret;
        }
        pub fn second(wide: a256[4], digest: r160[5]?, text: s16[6], half: f16[7]) -> (told: s16[1]) {
        require not st0 => Overspent;
        dup a64[0], a64[2];
        jif over2; refuse Overspent; over2:
        require inc total;
        require put total, 89;
        add total, 92;
        ret;
        }
        pub fn third(x: a64[0]?, extended: f80[2], count_in: a16[3]) -> (x: a64[0]) {
        jif third;
        mark1: jif mark1;
        inc counter;
        require add total, 79 => Overspent;
        require not st0 => Wide;
        require eq.n counter, counter;
        dup a64[0], a64[2];
        jif fourth;
        mark8: jif mark8;
        require add counter, 116 => Wide;
        ret;
        }
        fn fourth(text: s16[6]) {
        require put total, 55;
        mark1: jif mark1;
        require add counter, 24 => Overspent;
        ret;
        }
        fn fifth(byte: a8[2], digest: r160[5]) {
        require put counter, 93 => TooEarly;
        require not st0 => Two;
        require not add counter, 60 => TooEarly;
        put s16[1], "told";
        routine fourth;
        inv st0;
        require inc counter;
        put s16[2], GREETING;
        put a64[5], 0;
        require sub.uw total, total => TooEarly;
        ret;
        }
    }
}

alulib! {
    mod c31 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c30;
        const LIMIT: a32 = super::LIMIT;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(y: f32[1]?, digest: r160[5]) -> (z: a64[2], told: s16[1], count_out: a16[3]) {
        put a32[4], LIMIT;
        mark1: jif mark1;
        jif over2; refuse Wide; over2:
        require not add total, 98;
        jif second;
        require sub.uw counter, counter;
        clr a64[2];
        require st0 => Overspent;
        jif fifth;
        mark9: jif mark9;
        ret;
        }
        fn second(byte: a8[2], extended: f80[2]) {
        let spare0 = a128[1]; inc spare0;
        jif third;
        require not st0 => Zero;
        eq.n total, total;
        put a32[4], LIMIT;
        require sub.uw counter, counter;
        ret;
        }
        pub fn third(byte: a8[2], wide: a256[4]?, extended: f80[2]) -> (z: a64[2], long: r2048[5]) {
        require sub.uw total, total;
        put a32[4], LIMIT;
        clr a64[2];
        exec c30::first;
        dup a64[0], a64[2];
        exec c30::first;
        put s16[2], GREETING;
        put a32[4], LIMIT;
        ret;
        }
        fn fourth(half: f16[7]?) {
        ret;
        }
        pub fn fifth(byte: a8[2], wide: a256[4]?, text: s16[6]?, half: f16[7]?, extended: f80[2]) -> (real: f64[4]) {
        ret;
        }
    }
}

alulib! {
    mod c32 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c30;
        use super::c31;
        const LIMIT: a32 = 100_000;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(wide: a256[4], digest: r160[5], text: s16[6], count_in: a16[3]?) {
        put s16[2], GREETING;
        put f64[4], 0.5;
        put s16[2], GREETING;
        jif over3; refuse Byte; over3:
        jif fourth;
        put a64[5], 0;
        jif third;
        require eq.n counter, counter => Wide;
        require st0 => Zero;
        ret;
        }
        pub fn second(x: a64[0], wide: a256[4], half: f16[7]?) -> (count_out: a16[3]?, long: r2048[5]?) {
        jif fourth;
        ifz total;
        put a64[2], 0x1_0000;
        put a64[2], 0x1_0000;
        put s16[1], "";
        ifz total;
        put a32[4], LIMIT;
        require not st0 => Byte;
        ret;
        }
        fn third(x: a64[0]?, wide: a256[4], half: f16[7]?, extended: f80[2], count_in: a16[3]) {
        eq.n counter, counter;
        put s16[2], GREETING;
        put s16[2], GREETING;
        inc counter;
        require st0 => Zero;
        sub.uw total, total;
        put a64[2], 0x1_0000;
        ret;
        }
        pub fn fourth(y: f32[1]) -> (x: a64[0], z: a64[2], real: f64[4]?, long: r2048[5]) {
        put s16[1], "told";
        require st0 => Two;
        require not st0 => Wide;
        rev s16[6], s16[1];
        exec c30::third;
        require not st0 => Overspent;
        require not ifz total => Zero;
        eq.n total, total;
        jif over8; refuse Overspent; over8:
        ret;
        }
        pub fn fifth(byte: a8[2], text: s16[6], widest: a1024[8]?, extended: f80[2]?) {
        add total, 7;
        require inc total => Wide;
        mark2: jif mark2;
        clr a64[2];
        call c30::second;
        require ifz counter => Zero;
        ret;
        }
    }
}

alulib! {
    mod c33 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        const LIMIT: a32 = super::LIMIT;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(byte: a8[2], text: s16[6]?, half: f16[7]) -> (real: f64[4]?, long: r2048[5]) {
        jif over0; refuse TooEarly; over0:
        put s16[1], "";
        ret;
        }
        pub fn second(y: f32[1]?, digest: r160[5]?, text: s16[6]?, widest: a1024[8]?) -> (real: f64[4]) {
        put s16[2], GREETING;
        inv st0;
        ret;
        }
        pub fn third(x: a64[0], byte: a8[2], count_in: a16[3]) -> (x: a64[0], z: a64[2], real: f64[4]?, long: r2048[5]) {
        jif over0; refuse Two; over0:
        ret;
        jif over2; refuse Overspent; over2:
        ret;
        }
        fn fourth(y: f32[1], text: s16[6], widest: a1024[8]) -> (x: a64[0], count_out: a16[3]) {
        jif over0; refuse Wide; over0:
        jif over1; refuse Two; over1:
        ret;
        }
        fn fifth(x: a64[0]?, y: f32[1], widest: a1024[8]) -> (z: a64[2], long: r2048[5]) {
        put s16[1], "";
        clr a64[2];
        ret;
        }
    }
}

alulib! {
    mod c34 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c33;
        const LIMIT: a32 = 100_000;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(count_in: a16[3]) {
        sub.uw total, total;
        put f64[4], 0.5;
        put s16[1], "told";
        call c33::third;
        jif fourth;
        require put total, 80 => TooEarly;
        jif fifth;
        put s16[2], GREETING;
        routine second;
        test;
        ret;
        }
        pub fn second(x: a64[0], half: f16[7]) {
        require not add counter, 79 => Wide;
        inv st0;
        jif over2; refuse TooEarly; over2:
        put counter, 95;
        require not ifz counter => Wide;
        call c33::first;
        mark6: jif mark6;
        ret;
        }
        pub fn third(x: a64[0], byte: a8[2], wide: a256[4], digest: r160[5]?, widest: a1024[8]) -> (real: f64[4]?) {
        add total, 23;
        require add total, 48 => TooEarly;
        routine first;
        ret;
        }
        pub fn fourth(digest: r160[5]?) -> (count_out: a16[3], real: f64[4]?) {
        eq.n counter, counter;
        require sub.uw total, total => Zero;
        require put total, 46;
        inv st0;
        require not st0 => Wide;
        put s16[2], GREETING;
        let spare6 = a128[1]; inc spare6;
        require st0 => Zero;
        put r2048[5], 0xFF;
        jif fourth;
        ret;
        }
        pub fn fifth(extended: f80[2], count_in: a16[3]?) {
        put a32[4], LIMIT;
        jif over1; refuse Zero; over1:
        ifz counter;
        call c33::first;
        inc total;
        routine third;
        require sub.uw total, total;
        require st0 => Byte;
        ret;
        }
    }
}

alulib! {
    mod c35 {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status)]
        use super::c33;
        use super::c34;
        const LIMIT: a32 = super::LIMIT;
        const GREETING: s16 = "good day";
        let counter = a16[3];
        let total = a64[3];
        pub enum Refusal in a8[9] { TooEarly = 1,Overspent = 0xFF, }
        pub enum Other in a64[9] { Wide = 0xFFFF_FFFF_FFFF_FFFF,Zero = 0, }
        pub enum Third in a8[9] { Byte = b'x',Two = 2, }
        pub fn first(text: s16[6], half: f16[7]?) -> (real: f64[4]?, long: r2048[5]?) {
        add.uw a64[2], a64[0];
        put s16[2], GREETING;
        sub.uw counter, counter;
        put a32[4], LIMIT;
        ret;
        }
        pub fn second(byte: a8[2]?, wide: a256[4], count_in: a16[3]) -> (long: r2048[5]) {
        put a32[4], LIMIT;
        put a64[2], 0x1_0000;
        require sub.uw counter, counter => Byte;
        put s16[1], "";
        jif over4; refuse Zero; over4:
        jif fifth;
        require not add counter, 25 => Zero;
        let spare7 = a128[1]; inc spare7;
        jif fourth;
        ret;
        }
        pub fn third(y: f32[1]?, text: s16[6], widest: a1024[8]) -> (count_out: a16[3]) {
        jif over0; refuse Wide; over0:
        ifz total;
        jif over2; refuse Byte; over2:
        put a32[4], LIMIT;
        ret;
        }
        pub fn fourth(wide: a256[4]) -> (told: s16[1]) {
        ret;
        }
        fn fifth(x: a64[0], byte: a8[2]) -> (x: a64[0]?) {
        exec c34::second;
        require sub.uw total, total => Two;
        call c33::third;
        len s16[6], a16[3];
        mark4: jif mark4;
        require add total, 46 => Zero;
        ret;
        }
    }
}

pub fn made() -> Vec<Made> {
    vec![
        Made { id: c0::ID, lib: &c0::LIB, routines: vec![("first", c0::first::OFFSET, c0::first::COMPLEXITY, c0::first::SIGNATURE), ("second", c0::second::OFFSET, c0::second::COMPLEXITY, c0::second::SIGNATURE), ("fourth", c0::fourth::OFFSET, c0::fourth::COMPLEXITY, c0::fourth::SIGNATURE), ] },
        Made { id: c1::ID, lib: &c1::LIB, routines: vec![("first", c1::first::OFFSET, c1::first::COMPLEXITY, c1::first::SIGNATURE), ("second", c1::second::OFFSET, c1::second::COMPLEXITY, c1::second::SIGNATURE), ("fourth", c1::fourth::OFFSET, c1::fourth::COMPLEXITY, c1::fourth::SIGNATURE), ("fifth", c1::fifth::OFFSET, c1::fifth::COMPLEXITY, c1::fifth::SIGNATURE), ] },
        Made { id: c2::ID, lib: &c2::LIB, routines: vec![("first", c2::first::OFFSET, c2::first::COMPLEXITY, c2::first::SIGNATURE), ("third", c2::third::OFFSET, c2::third::COMPLEXITY, c2::third::SIGNATURE), ("fifth", c2::fifth::OFFSET, c2::fifth::COMPLEXITY, c2::fifth::SIGNATURE), ] },
        Made { id: c3::ID, lib: &c3::LIB, routines: vec![("first", c3::first::OFFSET, c3::first::COMPLEXITY, c3::first::SIGNATURE), ("third", c3::third::OFFSET, c3::third::COMPLEXITY, c3::third::SIGNATURE), ("fourth", c3::fourth::OFFSET, c3::fourth::COMPLEXITY, c3::fourth::SIGNATURE), ] },
        Made { id: c4::ID, lib: &c4::LIB, routines: vec![("first", c4::first::OFFSET, c4::first::COMPLEXITY, c4::first::SIGNATURE), ("fourth", c4::fourth::OFFSET, c4::fourth::COMPLEXITY, c4::fourth::SIGNATURE), ("fifth", c4::fifth::OFFSET, c4::fifth::COMPLEXITY, c4::fifth::SIGNATURE), ] },
        Made { id: c5::ID, lib: &c5::LIB, routines: vec![("first", c5::first::OFFSET, c5::first::COMPLEXITY, c5::first::SIGNATURE), ("third", c5::third::OFFSET, c5::third::COMPLEXITY, c5::third::SIGNATURE), ] },
        Made { id: c6::ID, lib: &c6::LIB, routines: vec![("first", c6::first::OFFSET, c6::first::COMPLEXITY, c6::first::SIGNATURE), ("fourth", c6::fourth::OFFSET, c6::fourth::COMPLEXITY, c6::fourth::SIGNATURE), ("fifth", c6::fifth::OFFSET, c6::fifth::COMPLEXITY, c6::fifth::SIGNATURE), ] },
        Made { id: c7::ID, lib: &c7::LIB, routines: vec![("first", c7::first::OFFSET, c7::first::COMPLEXITY, c7::first::SIGNATURE), ("third", c7::third::OFFSET, c7::third::COMPLEXITY, c7::third::SIGNATURE), ("fourth", c7::fourth::OFFSET, c7::fourth::COMPLEXITY, c7::fourth::SIGNATURE), ] },
        Made { id: c8::ID, lib: &c8::LIB, routines: vec![("first", c8::first::OFFSET, c8::first::COMPLEXITY, c8::first::SIGNATURE), ("second", c8::second::OFFSET, c8::second::COMPLEXITY, c8::second::SIGNATURE), ("third", c8::third::OFFSET, c8::third::COMPLEXITY, c8::third::SIGNATURE), ("fifth", c8::fifth::OFFSET, c8::fifth::COMPLEXITY, c8::fifth::SIGNATURE), ] },
        Made { id: c9::ID, lib: &c9::LIB, routines: vec![("first", c9::first::OFFSET, c9::first::COMPLEXITY, c9::first::SIGNATURE), ("second", c9::second::OFFSET, c9::second::COMPLEXITY, c9::second::SIGNATURE), ("fifth", c9::fifth::OFFSET, c9::fifth::COMPLEXITY, c9::fifth::SIGNATURE), ] },
        Made { id: c10::ID, lib: &c10::LIB, routines: vec![("first", c10::first::OFFSET, c10::first::COMPLEXITY, c10::first::SIGNATURE), ("second", c10::second::OFFSET, c10::second::COMPLEXITY, c10::second::SIGNATURE), ("fourth", c10::fourth::OFFSET, c10::fourth::COMPLEXITY, c10::fourth::SIGNATURE), ] },
        Made { id: c11::ID, lib: &c11::LIB, routines: vec![("first", c11::first::OFFSET, c11::first::COMPLEXITY, c11::first::SIGNATURE), ("second", c11::second::OFFSET, c11::second::COMPLEXITY, c11::second::SIGNATURE), ] },
        Made { id: c12::ID, lib: &c12::LIB, routines: vec![("first", c12::first::OFFSET, c12::first::COMPLEXITY, c12::first::SIGNATURE), ("third", c12::third::OFFSET, c12::third::COMPLEXITY, c12::third::SIGNATURE), ] },
        Made { id: c13::ID, lib: &c13::LIB, routines: vec![("first", c13::first::OFFSET, c13::first::COMPLEXITY, c13::first::SIGNATURE), ("second", c13::second::OFFSET, c13::second::COMPLEXITY, c13::second::SIGNATURE), ] },
        Made { id: c14::ID, lib: &c14::LIB, routines: vec![("first", c14::first::OFFSET, c14::first::COMPLEXITY, c14::first::SIGNATURE), ("second", c14::second::OFFSET, c14::second::COMPLEXITY, c14::second::SIGNATURE), ("third", c14::third::OFFSET, c14::third::COMPLEXITY, c14::third::SIGNATURE), ("fourth", c14::fourth::OFFSET, c14::fourth::COMPLEXITY, c14::fourth::SIGNATURE), ("fifth", c14::fifth::OFFSET, c14::fifth::COMPLEXITY, c14::fifth::SIGNATURE), ] },
        Made { id: c15::ID, lib: &c15::LIB, routines: vec![("first", c15::first::OFFSET, c15::first::COMPLEXITY, c15::first::SIGNATURE), ("third", c15::third::OFFSET, c15::third::COMPLEXITY, c15::third::SIGNATURE), ("fourth", c15::fourth::OFFSET, c15::fourth::COMPLEXITY, c15::fourth::SIGNATURE), ] },
        Made { id: c16::ID, lib: &c16::LIB, routines: vec![("first", c16::first::OFFSET, c16::first::COMPLEXITY, c16::first::SIGNATURE), ("second", c16::second::OFFSET, c16::second::COMPLEXITY, c16::second::SIGNATURE), ("fifth", c16::fifth::OFFSET, c16::fifth::COMPLEXITY, c16::fifth::SIGNATURE), ] },
        Made { id: c17::ID, lib: &c17::LIB, routines: vec![("first", c17::first::OFFSET, c17::first::COMPLEXITY, c17::first::SIGNATURE), ("second", c17::second::OFFSET, c17::second::COMPLEXITY, c17::second::SIGNATURE), ("third", c17::third::OFFSET, c17::third::COMPLEXITY, c17::third::SIGNATURE), ] },
        Made { id: c18::ID, lib: &c18::LIB, routines: vec![("first", c18::first::OFFSET, c18::first::COMPLEXITY, c18::first::SIGNATURE), ("second", c18::second::OFFSET, c18::second::COMPLEXITY, c18::second::SIGNATURE), ("third", c18::third::OFFSET, c18::third::COMPLEXITY, c18::third::SIGNATURE), ("fifth", c18::fifth::OFFSET, c18::fifth::COMPLEXITY, c18::fifth::SIGNATURE), ] },
        Made { id: c19::ID, lib: &c19::LIB, routines: vec![("first", c19::first::OFFSET, c19::first::COMPLEXITY, c19::first::SIGNATURE), ("second", c19::second::OFFSET, c19::second::COMPLEXITY, c19::second::SIGNATURE), ("third", c19::third::OFFSET, c19::third::COMPLEXITY, c19::third::SIGNATURE), ("fourth", c19::fourth::OFFSET, c19::fourth::COMPLEXITY, c19::fourth::SIGNATURE), ] },
        Made { id: c20::ID, lib: &c20::LIB, routines: vec![("first", c20::first::OFFSET, c20::first::COMPLEXITY, c20::first::SIGNATURE), ] },
        Made { id: c21::ID, lib: &c21::LIB, routines: vec![("first", c21::first::OFFSET, c21::first::COMPLEXITY, c21::first::SIGNATURE), ("fourth", c21::fourth::OFFSET, c21::fourth::COMPLEXITY, c21::fourth::SIGNATURE), ] },
        Made { id: c22::ID, lib: &c22::LIB, routines: vec![("first", c22::first::OFFSET, c22::first::COMPLEXITY, c22::first::SIGNATURE), ("third", c22::third::OFFSET, c22::third::COMPLEXITY, c22::third::SIGNATURE), ("fifth", c22::fifth::OFFSET, c22::fifth::COMPLEXITY, c22::fifth::SIGNATURE), ] },
        Made { id: c23::ID, lib: &c23::LIB, routines: vec![("first", c23::first::OFFSET, c23::first::COMPLEXITY, c23::first::SIGNATURE), ("second", c23::second::OFFSET, c23::second::COMPLEXITY, c23::second::SIGNATURE), ("third", c23::third::OFFSET, c23::third::COMPLEXITY, c23::third::SIGNATURE), ("fifth", c23::fifth::OFFSET, c23::fifth::COMPLEXITY, c23::fifth::SIGNATURE), ] },
        Made { id: c24::ID, lib: &c24::LIB, routines: vec![("first", c24::first::OFFSET, c24::first::COMPLEXITY, c24::first::SIGNATURE), ] },
        Made { id: c25::ID, lib: &c25::LIB, routines: vec![("first", c25::first::OFFSET, c25::first::COMPLEXITY, c25::first::SIGNATURE), ] },
        Made { id: c26::ID, lib: &c26::LIB, routines: vec![("first", c26::first::OFFSET, c26::first::COMPLEXITY, c26::first::SIGNATURE), ("fourth", c26::fourth::OFFSET, c26::fourth::COMPLEXITY, c26::fourth::SIGNATURE), ] },
        Made { id: c27::ID, lib: &c27::LIB, routines: vec![("first", c27::first::OFFSET, c27::first::COMPLEXITY, c27::first::SIGNATURE), ("second", c27::second::OFFSET, c27::second::COMPLEXITY, c27::second::SIGNATURE), ("fourth", c27::fourth::OFFSET, c27::fourth::COMPLEXITY, c27::fourth::SIGNATURE), ("fifth", c27::fifth::OFFSET, c27::fifth::COMPLEXITY, c27::fifth::SIGNATURE), ] },
        Made { id: c28::ID, lib: &c28::LIB, routines: vec![("first", c28::first::OFFSET, c28::first::COMPLEXITY, c28::first::SIGNATURE), ("second", c28::second::OFFSET, c28::second::COMPLEXITY, c28::second::SIGNATURE), ("third", c28::third::OFFSET, c28::third::COMPLEXITY, c28::third::SIGNATURE), ] },
        Made { id: c29::ID, lib: &c29::LIB, routines: vec![("first", c29::first::OFFSET, c29::first::COMPLEXITY, c29::first::SIGNATURE), ("third", c29::third::OFFSET, c29::third::COMPLEXITY, c29::third::SIGNATURE), ("fifth", c29::fifth::OFFSET, c29::fifth::COMPLEXITY, c29::fifth::SIGNATURE), ] },
        Made { id: c30::ID, lib: &c30::LIB, routines: vec![("first", c30::first::OFFSET, c30::first::COMPLEXITY, c30::first::SIGNATURE), ("second", c30::second::OFFSET, c30::second::COMPLEXITY, c30::second::SIGNATURE), ("third", c30::third::OFFSET, c30::third::COMPLEXITY, c30::third::SIGNATURE), ] },
        Made { id: c31::ID, lib: &c31::LIB, routines: vec![("first", c31::first::OFFSET, c31::first::COMPLEXITY, c31::first::SIGNATURE), ("third", c31::third::OFFSET, c31::third::COMPLEXITY, c31::third::SIGNATURE), ("fifth", c31::fifth::OFFSET, c31::fifth::COMPLEXITY, c31::fifth::SIGNATURE), ] },
        Made { id: c32::ID, lib: &c32::LIB, routines: vec![("first", c32::first::OFFSET, c32::first::COMPLEXITY, c32::first::SIGNATURE), ("second", c32::second::OFFSET, c32::second::COMPLEXITY, c32::second::SIGNATURE), ("fourth", c32::fourth::OFFSET, c32::fourth::COMPLEXITY, c32::fourth::SIGNATURE), ("fifth", c32::fifth::OFFSET, c32::fifth::COMPLEXITY, c32::fifth::SIGNATURE), ] },
        Made { id: c33::ID, lib: &c33::LIB, routines: vec![("first", c33::first::OFFSET, c33::first::COMPLEXITY, c33::first::SIGNATURE), ("second", c33::second::OFFSET, c33::second::COMPLEXITY, c33::second::SIGNATURE), ("third", c33::third::OFFSET, c33::third::COMPLEXITY, c33::third::SIGNATURE), ] },
        Made { id: c34::ID, lib: &c34::LIB, routines: vec![("first", c34::first::OFFSET, c34::first::COMPLEXITY, c34::first::SIGNATURE), ("second", c34::second::OFFSET, c34::second::COMPLEXITY, c34::second::SIGNATURE), ("third", c34::third::OFFSET, c34::third::COMPLEXITY, c34::third::SIGNATURE), ("fourth", c34::fourth::OFFSET, c34::fourth::COMPLEXITY, c34::fourth::SIGNATURE), ("fifth", c34::fifth::OFFSET, c34::fifth::COMPLEXITY, c34::fifth::SIGNATURE), ] },
        Made { id: c35::ID, lib: &c35::LIB, routines: vec![("first", c35::first::OFFSET, c35::first::COMPLEXITY, c35::first::SIGNATURE), ("second", c35::second::OFFSET, c35::second::COMPLEXITY, c35::second::SIGNATURE), ("third", c35::third::OFFSET, c35::third::COMPLEXITY, c35::third::SIGNATURE), ("fourth", c35::fourth::OFFSET, c35::fourth::COMPLEXITY, c35::fourth::SIGNATURE), ] },
    ]
}

pub fn calls(random: &mut Random) -> Vec<End> {
    vec![
        c0_first(random),
        c0_second(random),
        c0_fourth(random),
        c1_first(random),
        c1_second(random),
        c1_fourth(random),
        c1_fifth(random),
        c2_first(random),
        c2_third(random),
        c2_fifth(random),
        c3_first(random),
        c3_third(random),
        c3_fourth(random),
        c4_first(random),
        c4_fourth(random),
        c4_fifth(random),
        c5_first(random),
        c5_third(random),
        c6_first(random),
        c6_fourth(random),
        c6_fifth(random),
        c7_first(random),
        c7_third(random),
        c7_fourth(random),
        c8_first(random),
        c8_second(random),
        c8_third(random),
        c8_fifth(random),
        c9_first(random),
        c9_second(random),
        c9_fifth(random),
        c10_first(random),
        c10_second(random),
        c10_fourth(random),
        c11_first(random),
        c11_second(random),
        c12_first(random),
        c12_third(random),
        c13_first(random),
        c13_second(random),
        c14_first(random),
        c14_second(random),
        c14_third(random),
        c14_fourth(random),
        c14_fifth(random),
        c15_first(random),
        c15_third(random),
        c15_fourth(random),
        c16_first(random),
        c16_second(random),
        c16_fifth(random),
        c17_first(random),
        c17_second(random),
        c17_third(random),
        c18_first(random),
        c18_second(random),
        c18_third(random),
        c18_fifth(random),
        c19_first(random),
        c19_second(random),
        c19_third(random),
        c19_fourth(random),
        c20_first(random),
        c21_first(random),
        c21_fourth(random),
        c22_first(random),
        c22_third(random),
        c22_fifth(random),
        c23_first(random),
        c23_second(random),
        c23_third(random),
        c23_fifth(random),
        c24_first(random),
        c25_first(random),
        c26_first(random),
        c26_fourth(random),
        c27_first(random),
        c27_second(random),
        c27_fourth(random),
        c27_fifth(random),
        c28_first(random),
        c28_second(random),
        c28_third(random),
        c29_first(random),
        c29_third(random),
        c29_fifth(random),
        c30_first(random),
        c30_second(random),
        c30_third(random),
        c31_first(random),
        c31_third(random),
        c31_fifth(random),
        c32_first(random),
        c32_second(random),
        c32_fourth(random),
        c32_fifth(random),
        c33_first(random),
        c33_second(random),
        c33_third(random),
        c34_first(random),
        c34_second(random),
        c34_third(random),
        c34_fourth(random),
        c34_fifth(random),
        c35_first(random),
        c35_second(random),
        c35_third(random),
        c35_fourth(random),
    ]
}

fn c0_first(random: &mut Random) -> End {
    let x: u64 = Any::any(random);
    let half: Option<f16> = Any::any(random);
    let count_in: u16 = Any::any(random);
    check(
        c0::program(),
        c0::first::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c0::first(vm, x.clone(), half.clone(), count_in.clone()).map(|out| vec![("z", shown(out.z)), ("long", shown(out.long)), ]),
        |r| vec![("z", shown(r.a64(2))), ("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c0_second(random: &mut Random) -> End {
    let wide: Option<U256> = Any::any(random);
    let count_in: u16 = Any::any(random);
    check(
        c0::program(),
        c0::second::SITE,
        |r| {
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c0::second(vm, wide.clone(), count_in.clone()).map(|out| vec![("told", shown(out.told)), ]),
        |r| vec![("told", r.s16(1).cloned().and_then(shown)), ],
    )
}

fn c0_fourth(random: &mut Random) -> End {
    let x: u64 = Any::any(random);
    let half: Option<f16> = Any::any(random);
    let widest: Option<U1024> = Any::any(random);
    let extended: [u8; 10] = Any::any(random);
    check(
        c0::program(),
        c0::fourth::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            r.set_a1024(8, widest).map_err(|error| ("widest", error))?;
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            Ok(())
        },
        |vm| c0::fourth(vm, x.clone(), half.clone(), widest.clone(), extended.clone()).map(|_| vec![]),
        |_| vec![],
    )
}

fn c1_first(random: &mut Random) -> End {
    let wide: Option<U256> = Any::any(random);
    let digest: [u8; 20] = Any::any(random);
    let extended: Option<[u8; 10]> = Any::any(random);
    check(
        c1::program(),
        c1::first::SITE,
        |r| {
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_r160(5, digest).map_err(|error| ("digest", error))?;
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            Ok(())
        },
        |vm| c1::first(vm, wide.clone(), digest.clone(), extended.clone()).map(|out| vec![("x", shown(out.x)), ("real", shown(out.real)), ]),
        |r| vec![("x", shown(r.a64(0))), ("real", r.f64(4).and_then(shown)), ],
    )
}

fn c1_second(random: &mut Random) -> End {
    let half: f16 = Any::any(random);
    check(
        c1::program(),
        c1::second::SITE,
        |r| {
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            Ok(())
        },
        |vm| c1::second(vm, half.clone()).map(|_| vec![]),
        |_| vec![],
    )
}

fn c1_fourth(random: &mut Random) -> End {
    let digest: [u8; 20] = Any::any(random);
    let text: ByteString = Any::any(random);
    check(
        c1::program(),
        c1::fourth::SITE,
        |r| {
            r.set_r160(5, digest).map_err(|error| ("digest", error))?;
            r.set_s16(6, text.clone()).map_err(|error| ("text", error))?;
            Ok(())
        },
        |vm| c1::fourth(vm, digest.clone(), text.clone()).map(|out| vec![("x", shown(out.x)), ]),
        |r| vec![("x", shown(r.a64(0))), ],
    )
}

fn c1_fifth(random: &mut Random) -> End {
    let byte: u8 = Any::any(random);
    let half: Option<f16> = Any::any(random);
    check(
        c1::program(),
        c1::fifth::SITE,
        |r| {
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            Ok(())
        },
        |vm| c1::fifth(vm, byte.clone(), half.clone()).map(|out| vec![("x", shown(out.x)), ("told", shown(out.told)), ("count_out", shown(out.count_out)), ("long", shown(out.long)), ]),
        |r| vec![("x", shown(r.a64(0))), ("told", r.s16(1).cloned().and_then(shown)), ("count_out", r.a16(3).and_then(shown)), ("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c2_first(random: &mut Random) -> End {
    let text: ByteString = Any::any(random);
    check(
        c2::program(),
        c2::first::SITE,
        |r| {
            r.set_s16(6, text.clone()).map_err(|error| ("text", error))?;
            Ok(())
        },
        |vm| c2::first(vm, text.clone()).map(|out| vec![("told", shown(out.told)), ("real", shown(out.real)), ]),
        |r| vec![("told", shown(r.s16(1).cloned())), ("real", shown(r.f64(4))), ],
    )
}

fn c2_third(random: &mut Random) -> End {
    let text: ByteString = Any::any(random);
    check(
        c2::program(),
        c2::third::SITE,
        |r| {
            r.set_s16(6, text.clone()).map_err(|error| ("text", error))?;
            Ok(())
        },
        |vm| c2::third(vm, text.clone()).map(|out| vec![("count_out", shown(out.count_out)), ("long", shown(out.long)), ]),
        |r| vec![("count_out", r.a16(3).and_then(shown)), ("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c2_fifth(random: &mut Random) -> End {
    let half: Option<f16> = Any::any(random);
    check(
        c2::program(),
        c2::fifth::SITE,
        |r| {
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            Ok(())
        },
        |vm| c2::fifth(vm, half.clone()).map(|_| vec![]),
        |_| vec![],
    )
}

fn c3_first(random: &mut Random) -> End {
    let wide: U256 = Any::any(random);
    check(
        c3::program(),
        c3::first::SITE,
        |r| {
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            Ok(())
        },
        |vm| c3::first(vm, wide.clone()).map(|out| vec![("x", shown(out.x)), ]),
        |r| vec![("x", shown(r.a64(0))), ],
    )
}

fn c3_third(random: &mut Random) -> End {
    let x: u64 = Any::any(random);
    let byte: u8 = Any::any(random);
    let digest: [u8; 20] = Any::any(random);
    check(
        c3::program(),
        c3::third::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_r160(5, digest).map_err(|error| ("digest", error))?;
            Ok(())
        },
        |vm| c3::third(vm, x.clone(), byte.clone(), digest.clone()).map(|out| vec![("told", shown(out.told)), ]),
        |r| vec![("told", r.s16(1).cloned().and_then(shown)), ],
    )
}

fn c3_fourth(random: &mut Random) -> End {
    let byte: u8 = Any::any(random);
    let wide: U256 = Any::any(random);
    let digest: [u8; 20] = Any::any(random);
    let extended: Option<[u8; 10]> = Any::any(random);
    check(
        c3::program(),
        c3::fourth::SITE,
        |r| {
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_r160(5, digest).map_err(|error| ("digest", error))?;
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            Ok(())
        },
        |vm| c3::fourth(vm, byte.clone(), wide.clone(), digest.clone(), extended.clone()).map(|out| vec![("told", shown(out.told)), ]),
        |r| vec![("told", shown(r.s16(1).cloned())), ],
    )
}

fn c4_first(random: &mut Random) -> End {
    let y: f32 = Any::any(random);
    let count_in: u16 = Any::any(random);
    check(
        c4::program(),
        c4::first::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c4::first(vm, y.clone(), count_in.clone()).map(|out| vec![("z", shown(out.z)), ("count_out", shown(out.count_out)), ]),
        |r| vec![("z", r.a64(2).and_then(shown)), ("count_out", r.a16(3).and_then(shown)), ],
    )
}

fn c4_fourth(random: &mut Random) -> End {
    let x: Option<u64> = Any::any(random);
    let text: Option<ByteString> = Any::any(random);
    check(
        c4::program(),
        c4::fourth::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            if let Some(text) = &text { r.set_s16(6, text.clone()).map_err(|error| ("text", error))?; }
            Ok(())
        },
        |vm| c4::fourth(vm, x.clone(), text.clone()).map(|_| vec![]),
        |_| vec![],
    )
}

fn c4_fifth(random: &mut Random) -> End {
    let x: Option<u64> = Any::any(random);
    let text: ByteString = Any::any(random);
    let extended: [u8; 10] = Any::any(random);
    check(
        c4::program(),
        c4::fifth::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_s16(6, text.clone()).map_err(|error| ("text", error))?;
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            Ok(())
        },
        |vm| c4::fifth(vm, x.clone(), text.clone(), extended.clone()).map(|out| vec![("x", shown(out.x)), ("z", shown(out.z)), ("real", shown(out.real)), ("long", shown(out.long)), ]),
        |r| vec![("x", r.a64(0).and_then(shown)), ("z", r.a64(2).and_then(shown)), ("real", r.f64(4).and_then(shown)), ("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c5_first(random: &mut Random) -> End {
    let x: u64 = Any::any(random);
    let byte: Option<u8> = Any::any(random);
    let wide: U256 = Any::any(random);
    let half: f16 = Any::any(random);
    let extended: [u8; 10] = Any::any(random);
    let count_in: Option<u16> = Any::any(random);
    check(
        c5::program(),
        c5::first::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c5::first(vm, x.clone(), byte.clone(), wide.clone(), half.clone(), extended.clone(), count_in.clone()).map(|out| vec![("told", shown(out.told)), ]),
        |r| vec![("told", r.s16(1).cloned().and_then(shown)), ],
    )
}

fn c5_third(random: &mut Random) -> End {
    let y: f32 = Any::any(random);
    check(
        c5::program(),
        c5::third::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            Ok(())
        },
        |vm| c5::third(vm, y.clone()).map(|out| vec![("z", shown(out.z)), ]),
        |r| vec![("z", r.a64(2).and_then(shown)), ],
    )
}

fn c6_first(random: &mut Random) -> End {
    let widest: U1024 = Any::any(random);
    check(
        c6::program(),
        c6::first::SITE,
        |r| {
            r.set_a1024(8, widest).map_err(|error| ("widest", error))?;
            Ok(())
        },
        |vm| c6::first(vm, widest.clone()).map(|out| vec![("x", shown(out.x)), ("told", shown(out.told)), ]),
        |r| vec![("x", r.a64(0).and_then(shown)), ("told", r.s16(1).cloned().and_then(shown)), ],
    )
}

fn c6_fourth(random: &mut Random) -> End {
    let x: Option<u64> = Any::any(random);
    let byte: u8 = Any::any(random);
    let widest: U1024 = Any::any(random);
    let extended: [u8; 10] = Any::any(random);
    let count_in: u16 = Any::any(random);
    check(
        c6::program(),
        c6::fourth::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_a1024(8, widest).map_err(|error| ("widest", error))?;
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c6::fourth(vm, x.clone(), byte.clone(), widest.clone(), extended.clone(), count_in.clone()).map(|_| vec![]),
        |_| vec![],
    )
}

fn c6_fifth(random: &mut Random) -> End {
    let x: u64 = Any::any(random);
    check(
        c6::program(),
        c6::fifth::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            Ok(())
        },
        |vm| c6::fifth(vm, x.clone()).map(|out| vec![("z", shown(out.z)), ("count_out", shown(out.count_out)), ("real", shown(out.real)), ("long", shown(out.long)), ]),
        |r| vec![("z", r.a64(2).and_then(shown)), ("count_out", shown(r.a16(3))), ("real", r.f64(4).and_then(shown)), ("long", shown(r.r2048(5))), ],
    )
}

fn c7_first(random: &mut Random) -> End {
    let y: f32 = Any::any(random);
    let byte: u8 = Any::any(random);
    let wide: U256 = Any::any(random);
    let widest: U1024 = Any::any(random);
    let count_in: u16 = Any::any(random);
    check(
        c7::program(),
        c7::first::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_a1024(8, widest).map_err(|error| ("widest", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c7::first(vm, y.clone(), byte.clone(), wide.clone(), widest.clone(), count_in.clone()).map(|out| vec![("z", shown(out.z)), ("long", shown(out.long)), ]),
        |r| vec![("z", shown(r.a64(2))), ("long", shown(r.r2048(5))), ],
    )
}

fn c7_third(random: &mut Random) -> End {
    let byte: u8 = Any::any(random);
    let wide: U256 = Any::any(random);
    let text: ByteString = Any::any(random);
    check(
        c7::program(),
        c7::third::SITE,
        |r| {
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_s16(6, text.clone()).map_err(|error| ("text", error))?;
            Ok(())
        },
        |vm| c7::third(vm, byte.clone(), wide.clone(), text.clone()).map(|out| vec![("told", shown(out.told)), ("count_out", shown(out.count_out)), ]),
        |r| vec![("told", shown(r.s16(1).cloned())), ("count_out", shown(r.a16(3))), ],
    )
}

fn c7_fourth(random: &mut Random) -> End {
    let byte: u8 = Any::any(random);
    let text: Option<ByteString> = Any::any(random);
    let half: Option<f16> = Any::any(random);
    let count_in: u16 = Any::any(random);
    check(
        c7::program(),
        c7::fourth::SITE,
        |r| {
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            if let Some(text) = &text { r.set_s16(6, text.clone()).map_err(|error| ("text", error))?; }
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c7::fourth(vm, byte.clone(), text.clone(), half.clone(), count_in.clone()).map(|out| vec![("long", shown(out.long)), ]),
        |r| vec![("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c8_first(random: &mut Random) -> End {
    let y: f32 = Any::any(random);
    let wide: U256 = Any::any(random);
    check(
        c8::program(),
        c8::first::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            Ok(())
        },
        |vm| c8::first(vm, y.clone(), wide.clone()).map(|out| vec![("told", shown(out.told)), ]),
        |r| vec![("told", shown(r.s16(1).cloned())), ],
    )
}

fn c8_second(random: &mut Random) -> End {
    let y: f32 = Any::any(random);
    let wide: U256 = Any::any(random);
    let text: Option<ByteString> = Any::any(random);
    let half: f16 = Any::any(random);
    let widest: Option<U1024> = Any::any(random);
    let count_in: u16 = Any::any(random);
    check(
        c8::program(),
        c8::second::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            if let Some(text) = &text { r.set_s16(6, text.clone()).map_err(|error| ("text", error))?; }
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            r.set_a1024(8, widest).map_err(|error| ("widest", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c8::second(vm, y.clone(), wide.clone(), text.clone(), half.clone(), widest.clone(), count_in.clone()).map(|out| vec![("long", shown(out.long)), ]),
        |r| vec![("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c8_third(random: &mut Random) -> End {
    let x: u64 = Any::any(random);
    let digest: Option<[u8; 20]> = Any::any(random);
    let half: Option<f16> = Any::any(random);
    let count_in: Option<u16> = Any::any(random);
    check(
        c8::program(),
        c8::third::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_r160(5, digest).map_err(|error| ("digest", error))?;
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c8::third(vm, x.clone(), digest.clone(), half.clone(), count_in.clone()).map(|out| vec![("z", shown(out.z)), ("count_out", shown(out.count_out)), ("long", shown(out.long)), ]),
        |r| vec![("z", r.a64(2).and_then(shown)), ("count_out", shown(r.a16(3))), ("long", shown(r.r2048(5))), ],
    )
}

fn c8_fifth(random: &mut Random) -> End {
    let y: f32 = Any::any(random);
    let digest: Option<[u8; 20]> = Any::any(random);
    let extended: Option<[u8; 10]> = Any::any(random);
    let count_in: u16 = Any::any(random);
    check(
        c8::program(),
        c8::fifth::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            r.set_r160(5, digest).map_err(|error| ("digest", error))?;
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c8::fifth(vm, y.clone(), digest.clone(), extended.clone(), count_in.clone()).map(|out| vec![("x", shown(out.x)), ("z", shown(out.z)), ("count_out", shown(out.count_out)), ]),
        |r| vec![("x", shown(r.a64(0))), ("z", shown(r.a64(2))), ("count_out", shown(r.a16(3))), ],
    )
}

fn c9_first(random: &mut Random) -> End {
    let y: f32 = Any::any(random);
    let half: f16 = Any::any(random);
    check(
        c9::program(),
        c9::first::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            Ok(())
        },
        |vm| c9::first(vm, y.clone(), half.clone()).map(|out| vec![("count_out", shown(out.count_out)), ]),
        |r| vec![("count_out", r.a16(3).and_then(shown)), ],
    )
}

fn c9_second(random: &mut Random) -> End {
    let x: u64 = Any::any(random);
    let y: f32 = Any::any(random);
    let wide: U256 = Any::any(random);
    let widest: U1024 = Any::any(random);
    let extended: [u8; 10] = Any::any(random);
    let count_in: Option<u16> = Any::any(random);
    check(
        c9::program(),
        c9::second::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_a1024(8, widest).map_err(|error| ("widest", error))?;
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c9::second(vm, x.clone(), y.clone(), wide.clone(), widest.clone(), extended.clone(), count_in.clone()).map(|out| vec![("z", shown(out.z)), ("real", shown(out.real)), ]),
        |r| vec![("z", r.a64(2).and_then(shown)), ("real", r.f64(4).and_then(shown)), ],
    )
}

fn c9_fifth(random: &mut Random) -> End {
    check(
        c9::program(),
        c9::fifth::SITE,
        |_| {
            Ok(())
        },
        |vm| c9::fifth(vm).map(|out| vec![("z", shown(out.z)), ]),
        |r| vec![("z", shown(r.a64(2))), ],
    )
}

fn c10_first(random: &mut Random) -> End {
    let y: f32 = Any::any(random);
    check(
        c10::program(),
        c10::first::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            Ok(())
        },
        |vm| c10::first(vm, y.clone()).map(|out| vec![("x", shown(out.x)), ("long", shown(out.long)), ]),
        |r| vec![("x", r.a64(0).and_then(shown)), ("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c10_second(random: &mut Random) -> End {
    let byte: u8 = Any::any(random);
    let wide: U256 = Any::any(random);
    let text: ByteString = Any::any(random);
    check(
        c10::program(),
        c10::second::SITE,
        |r| {
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_s16(6, text.clone()).map_err(|error| ("text", error))?;
            Ok(())
        },
        |vm| c10::second(vm, byte.clone(), wide.clone(), text.clone()).map(|out| vec![("told", shown(out.told)), ("count_out", shown(out.count_out)), ]),
        |r| vec![("told", r.s16(1).cloned().and_then(shown)), ("count_out", r.a16(3).and_then(shown)), ],
    )
}

fn c10_fourth(random: &mut Random) -> End {
    let x: u64 = Any::any(random);
    let wide: U256 = Any::any(random);
    let digest: Option<[u8; 20]> = Any::any(random);
    let text: ByteString = Any::any(random);
    let extended: Option<[u8; 10]> = Any::any(random);
    check(
        c10::program(),
        c10::fourth::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_r160(5, digest).map_err(|error| ("digest", error))?;
            r.set_s16(6, text.clone()).map_err(|error| ("text", error))?;
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            Ok(())
        },
        |vm| c10::fourth(vm, x.clone(), wide.clone(), digest.clone(), text.clone(), extended.clone()).map(|out| vec![("z", shown(out.z)), ]),
        |r| vec![("z", shown(r.a64(2))), ],
    )
}

fn c11_first(random: &mut Random) -> End {
    let byte: u8 = Any::any(random);
    let wide: U256 = Any::any(random);
    let extended: [u8; 10] = Any::any(random);
    check(
        c11::program(),
        c11::first::SITE,
        |r| {
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            Ok(())
        },
        |vm| c11::first(vm, byte.clone(), wide.clone(), extended.clone()).map(|out| vec![("x", shown(out.x)), ]),
        |r| vec![("x", r.a64(0).and_then(shown)), ],
    )
}

fn c11_second(random: &mut Random) -> End {
    let text: ByteString = Any::any(random);
    check(
        c11::program(),
        c11::second::SITE,
        |r| {
            r.set_s16(6, text.clone()).map_err(|error| ("text", error))?;
            Ok(())
        },
        |vm| c11::second(vm, text.clone()).map(|out| vec![("x", shown(out.x)), ("real", shown(out.real)), ]),
        |r| vec![("x", r.a64(0).and_then(shown)), ("real", r.f64(4).and_then(shown)), ],
    )
}

fn c12_first(random: &mut Random) -> End {
    let byte: u8 = Any::any(random);
    check(
        c12::program(),
        c12::first::SITE,
        |r| {
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            Ok(())
        },
        |vm| c12::first(vm, byte.clone()).map(|_| vec![]),
        |_| vec![],
    )
}

fn c12_third(random: &mut Random) -> End {
    let wide: Option<U256> = Any::any(random);
    let digest: Option<[u8; 20]> = Any::any(random);
    let widest: U1024 = Any::any(random);
    let extended: [u8; 10] = Any::any(random);
    check(
        c12::program(),
        c12::third::SITE,
        |r| {
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_r160(5, digest).map_err(|error| ("digest", error))?;
            r.set_a1024(8, widest).map_err(|error| ("widest", error))?;
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            Ok(())
        },
        |vm| c12::third(vm, wide.clone(), digest.clone(), widest.clone(), extended.clone()).map(|out| vec![("z", shown(out.z)), ("told", shown(out.told)), ]),
        |r| vec![("z", r.a64(2).and_then(shown)), ("told", shown(r.s16(1).cloned())), ],
    )
}

fn c13_first(random: &mut Random) -> End {
    let y: f32 = Any::any(random);
    let text: ByteString = Any::any(random);
    let half: f16 = Any::any(random);
    check(
        c13::program(),
        c13::first::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            r.set_s16(6, text.clone()).map_err(|error| ("text", error))?;
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            Ok(())
        },
        |vm| c13::first(vm, y.clone(), text.clone(), half.clone()).map(|out| vec![("z", shown(out.z)), ("told", shown(out.told)), ("real", shown(out.real)), ]),
        |r| vec![("z", r.a64(2).and_then(shown)), ("told", r.s16(1).cloned().and_then(shown)), ("real", shown(r.f64(4))), ],
    )
}

fn c13_second(random: &mut Random) -> End {
    let x: u64 = Any::any(random);
    let wide: U256 = Any::any(random);
    let half: Option<f16> = Any::any(random);
    let widest: Option<U1024> = Any::any(random);
    check(
        c13::program(),
        c13::second::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            r.set_a1024(8, widest).map_err(|error| ("widest", error))?;
            Ok(())
        },
        |vm| c13::second(vm, x.clone(), wide.clone(), half.clone(), widest.clone()).map(|out| vec![("x", shown(out.x)), ("z", shown(out.z)), ("long", shown(out.long)), ]),
        |r| vec![("x", shown(r.a64(0))), ("z", r.a64(2).and_then(shown)), ("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c14_first(random: &mut Random) -> End {
    let x: Option<u64> = Any::any(random);
    let y: Option<f32> = Any::any(random);
    let byte: u8 = Any::any(random);
    let wide: U256 = Any::any(random);
    check(
        c14::program(),
        c14::first::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            Ok(())
        },
        |vm| c14::first(vm, x.clone(), y.clone(), byte.clone(), wide.clone()).map(|out| vec![("long", shown(out.long)), ]),
        |r| vec![("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c14_second(random: &mut Random) -> End {
    let byte: u8 = Any::any(random);
    let wide: U256 = Any::any(random);
    let text: ByteString = Any::any(random);
    check(
        c14::program(),
        c14::second::SITE,
        |r| {
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_s16(6, text.clone()).map_err(|error| ("text", error))?;
            Ok(())
        },
        |vm| c14::second(vm, byte.clone(), wide.clone(), text.clone()).map(|out| vec![("told", shown(out.told)), ("real", shown(out.real)), ]),
        |r| vec![("told", r.s16(1).cloned().and_then(shown)), ("real", shown(r.f64(4))), ],
    )
}

fn c14_third(random: &mut Random) -> End {
    let half: f16 = Any::any(random);
    let count_in: Option<u16> = Any::any(random);
    check(
        c14::program(),
        c14::third::SITE,
        |r| {
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c14::third(vm, half.clone(), count_in.clone()).map(|out| vec![("count_out", shown(out.count_out)), ]),
        |r| vec![("count_out", r.a16(3).and_then(shown)), ],
    )
}

fn c14_fourth(random: &mut Random) -> End {
    let x: Option<u64> = Any::any(random);
    let half: f16 = Any::any(random);
    let count_in: u16 = Any::any(random);
    check(
        c14::program(),
        c14::fourth::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c14::fourth(vm, x.clone(), half.clone(), count_in.clone()).map(|out| vec![("x", shown(out.x)), ("real", shown(out.real)), ("long", shown(out.long)), ]),
        |r| vec![("x", shown(r.a64(0))), ("real", r.f64(4).and_then(shown)), ("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c14_fifth(random: &mut Random) -> End {
    let x: Option<u64> = Any::any(random);
    let byte: Option<u8> = Any::any(random);
    let widest: Option<U1024> = Any::any(random);
    check(
        c14::program(),
        c14::fifth::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_a1024(8, widest).map_err(|error| ("widest", error))?;
            Ok(())
        },
        |vm| c14::fifth(vm, x.clone(), byte.clone(), widest.clone()).map(|out| vec![("z", shown(out.z)), ]),
        |r| vec![("z", r.a64(2).and_then(shown)), ],
    )
}

fn c15_first(random: &mut Random) -> End {
    check(
        c15::program(),
        c15::first::SITE,
        |_| {
            Ok(())
        },
        |vm| c15::first(vm).map(|out| vec![("x", shown(out.x)), ]),
        |r| vec![("x", r.a64(0).and_then(shown)), ],
    )
}

fn c15_third(random: &mut Random) -> End {
    let y: Option<f32> = Any::any(random);
    let byte: u8 = Any::any(random);
    let widest: Option<U1024> = Any::any(random);
    let extended: [u8; 10] = Any::any(random);
    check(
        c15::program(),
        c15::third::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_a1024(8, widest).map_err(|error| ("widest", error))?;
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            Ok(())
        },
        |vm| c15::third(vm, y.clone(), byte.clone(), widest.clone(), extended.clone()).map(|out| vec![("z", shown(out.z)), ]),
        |r| vec![("z", r.a64(2).and_then(shown)), ],
    )
}

fn c15_fourth(random: &mut Random) -> End {
    let byte: u8 = Any::any(random);
    let digest: Option<[u8; 20]> = Any::any(random);
    check(
        c15::program(),
        c15::fourth::SITE,
        |r| {
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_r160(5, digest).map_err(|error| ("digest", error))?;
            Ok(())
        },
        |vm| c15::fourth(vm, byte.clone(), digest.clone()).map(|out| vec![("z", shown(out.z)), ]),
        |r| vec![("z", r.a64(2).and_then(shown)), ],
    )
}

fn c16_first(random: &mut Random) -> End {
    let y: f32 = Any::any(random);
    let digest: Option<[u8; 20]> = Any::any(random);
    check(
        c16::program(),
        c16::first::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            r.set_r160(5, digest).map_err(|error| ("digest", error))?;
            Ok(())
        },
        |vm| c16::first(vm, y.clone(), digest.clone()).map(|out| vec![("z", shown(out.z)), ("told", shown(out.told)), ]),
        |r| vec![("z", r.a64(2).and_then(shown)), ("told", r.s16(1).cloned().and_then(shown)), ],
    )
}

fn c16_second(random: &mut Random) -> End {
    let extended: [u8; 10] = Any::any(random);
    check(
        c16::program(),
        c16::second::SITE,
        |r| {
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            Ok(())
        },
        |vm| c16::second(vm, extended.clone()).map(|out| vec![("x", shown(out.x)), ("z", shown(out.z)), ("told", shown(out.told)), ("count_out", shown(out.count_out)), ]),
        |r| vec![("x", shown(r.a64(0))), ("z", r.a64(2).and_then(shown)), ("told", r.s16(1).cloned().and_then(shown)), ("count_out", r.a16(3).and_then(shown)), ],
    )
}

fn c16_fifth(random: &mut Random) -> End {
    let x: u64 = Any::any(random);
    let y: f32 = Any::any(random);
    let half: f16 = Any::any(random);
    let extended: [u8; 10] = Any::any(random);
    check(
        c16::program(),
        c16::fifth::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            Ok(())
        },
        |vm| c16::fifth(vm, x.clone(), y.clone(), half.clone(), extended.clone()).map(|_| vec![]),
        |_| vec![],
    )
}

fn c17_first(random: &mut Random) -> End {
    let y: f32 = Any::any(random);
    let digest: [u8; 20] = Any::any(random);
    let text: Option<ByteString> = Any::any(random);
    check(
        c17::program(),
        c17::first::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            r.set_r160(5, digest).map_err(|error| ("digest", error))?;
            if let Some(text) = &text { r.set_s16(6, text.clone()).map_err(|error| ("text", error))?; }
            Ok(())
        },
        |vm| c17::first(vm, y.clone(), digest.clone(), text.clone()).map(|out| vec![("real", shown(out.real)), ]),
        |r| vec![("real", shown(r.f64(4))), ],
    )
}

fn c17_second(random: &mut Random) -> End {
    let wide: U256 = Any::any(random);
    let half: f16 = Any::any(random);
    check(
        c17::program(),
        c17::second::SITE,
        |r| {
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            Ok(())
        },
        |vm| c17::second(vm, wide.clone(), half.clone()).map(|out| vec![("z", shown(out.z)), ("told", shown(out.told)), ("long", shown(out.long)), ]),
        |r| vec![("z", r.a64(2).and_then(shown)), ("told", shown(r.s16(1).cloned())), ("long", shown(r.r2048(5))), ],
    )
}

fn c17_third(random: &mut Random) -> End {
    let count_in: u16 = Any::any(random);
    check(
        c17::program(),
        c17::third::SITE,
        |r| {
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c17::third(vm, count_in.clone()).map(|out| vec![("long", shown(out.long)), ]),
        |r| vec![("long", shown(r.r2048(5))), ],
    )
}

fn c18_first(random: &mut Random) -> End {
    let y: Option<f32> = Any::any(random);
    let byte: u8 = Any::any(random);
    let text: Option<ByteString> = Any::any(random);
    let extended: Option<[u8; 10]> = Any::any(random);
    check(
        c18::program(),
        c18::first::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            if let Some(text) = &text { r.set_s16(6, text.clone()).map_err(|error| ("text", error))?; }
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            Ok(())
        },
        |vm| c18::first(vm, y.clone(), byte.clone(), text.clone(), extended.clone()).map(|out| vec![("z", shown(out.z)), ("long", shown(out.long)), ]),
        |r| vec![("z", r.a64(2).and_then(shown)), ("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c18_second(random: &mut Random) -> End {
    let x: u64 = Any::any(random);
    check(
        c18::program(),
        c18::second::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            Ok(())
        },
        |vm| c18::second(vm, x.clone()).map(|_| vec![]),
        |_| vec![],
    )
}

fn c18_third(random: &mut Random) -> End {
    let text: ByteString = Any::any(random);
    let extended: [u8; 10] = Any::any(random);
    let count_in: u16 = Any::any(random);
    check(
        c18::program(),
        c18::third::SITE,
        |r| {
            r.set_s16(6, text.clone()).map_err(|error| ("text", error))?;
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c18::third(vm, text.clone(), extended.clone(), count_in.clone()).map(|_| vec![]),
        |_| vec![],
    )
}

fn c18_fifth(random: &mut Random) -> End {
    let wide: U256 = Any::any(random);
    let text: ByteString = Any::any(random);
    let count_in: u16 = Any::any(random);
    check(
        c18::program(),
        c18::fifth::SITE,
        |r| {
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_s16(6, text.clone()).map_err(|error| ("text", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c18::fifth(vm, wide.clone(), text.clone(), count_in.clone()).map(|out| vec![("told", shown(out.told)), ("real", shown(out.real)), ]),
        |r| vec![("told", r.s16(1).cloned().and_then(shown)), ("real", r.f64(4).and_then(shown)), ],
    )
}

fn c19_first(random: &mut Random) -> End {
    let y: f32 = Any::any(random);
    let byte: u8 = Any::any(random);
    let count_in: u16 = Any::any(random);
    check(
        c19::program(),
        c19::first::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c19::first(vm, y.clone(), byte.clone(), count_in.clone()).map(|out| vec![("told", shown(out.told)), ("long", shown(out.long)), ]),
        |r| vec![("told", r.s16(1).cloned().and_then(shown)), ("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c19_second(random: &mut Random) -> End {
    let x: u64 = Any::any(random);
    let extended: [u8; 10] = Any::any(random);
    check(
        c19::program(),
        c19::second::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            Ok(())
        },
        |vm| c19::second(vm, x.clone(), extended.clone()).map(|out| vec![("x", shown(out.x)), ("long", shown(out.long)), ]),
        |r| vec![("x", r.a64(0).and_then(shown)), ("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c19_third(random: &mut Random) -> End {
    let x: u64 = Any::any(random);
    let wide: U256 = Any::any(random);
    let half: Option<f16> = Any::any(random);
    let extended: [u8; 10] = Any::any(random);
    check(
        c19::program(),
        c19::third::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            Ok(())
        },
        |vm| c19::third(vm, x.clone(), wide.clone(), half.clone(), extended.clone()).map(|out| vec![("count_out", shown(out.count_out)), ("long", shown(out.long)), ]),
        |r| vec![("count_out", r.a16(3).and_then(shown)), ("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c19_fourth(random: &mut Random) -> End {
    let widest: U1024 = Any::any(random);
    check(
        c19::program(),
        c19::fourth::SITE,
        |r| {
            r.set_a1024(8, widest).map_err(|error| ("widest", error))?;
            Ok(())
        },
        |vm| c19::fourth(vm, widest.clone()).map(|out| vec![("x", shown(out.x)), ("count_out", shown(out.count_out)), ]),
        |r| vec![("x", r.a64(0).and_then(shown)), ("count_out", r.a16(3).and_then(shown)), ],
    )
}

fn c20_first(random: &mut Random) -> End {
    let wide: U256 = Any::any(random);
    let text: ByteString = Any::any(random);
    check(
        c20::program(),
        c20::first::SITE,
        |r| {
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_s16(6, text.clone()).map_err(|error| ("text", error))?;
            Ok(())
        },
        |vm| c20::first(vm, wide.clone(), text.clone()).map(|out| vec![("count_out", shown(out.count_out)), ]),
        |r| vec![("count_out", shown(r.a16(3))), ],
    )
}

fn c21_first(random: &mut Random) -> End {
    let byte: u8 = Any::any(random);
    check(
        c21::program(),
        c21::first::SITE,
        |r| {
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            Ok(())
        },
        |vm| c21::first(vm, byte.clone()).map(|out| vec![("x", shown(out.x)), ("told", shown(out.told)), ("long", shown(out.long)), ]),
        |r| vec![("x", shown(r.a64(0))), ("told", r.s16(1).cloned().and_then(shown)), ("long", shown(r.r2048(5))), ],
    )
}

fn c21_fourth(random: &mut Random) -> End {
    let y: f32 = Any::any(random);
    let text: ByteString = Any::any(random);
    let widest: U1024 = Any::any(random);
    check(
        c21::program(),
        c21::fourth::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            r.set_s16(6, text.clone()).map_err(|error| ("text", error))?;
            r.set_a1024(8, widest).map_err(|error| ("widest", error))?;
            Ok(())
        },
        |vm| c21::fourth(vm, y.clone(), text.clone(), widest.clone()).map(|out| vec![("x", shown(out.x)), ("z", shown(out.z)), ]),
        |r| vec![("x", r.a64(0).and_then(shown)), ("z", r.a64(2).and_then(shown)), ],
    )
}

fn c22_first(random: &mut Random) -> End {
    let x: u64 = Any::any(random);
    let half: f16 = Any::any(random);
    let widest: Option<U1024> = Any::any(random);
    check(
        c22::program(),
        c22::first::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            r.set_a1024(8, widest).map_err(|error| ("widest", error))?;
            Ok(())
        },
        |vm| c22::first(vm, x.clone(), half.clone(), widest.clone()).map(|out| vec![("told", shown(out.told)), ("real", shown(out.real)), ]),
        |r| vec![("told", shown(r.s16(1).cloned())), ("real", r.f64(4).and_then(shown)), ],
    )
}

fn c22_third(random: &mut Random) -> End {
    let x: u64 = Any::any(random);
    let y: f32 = Any::any(random);
    let byte: Option<u8> = Any::any(random);
    let wide: U256 = Any::any(random);
    let half: Option<f16> = Any::any(random);
    let widest: U1024 = Any::any(random);
    check(
        c22::program(),
        c22::third::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            r.set_a1024(8, widest).map_err(|error| ("widest", error))?;
            Ok(())
        },
        |vm| c22::third(vm, x.clone(), y.clone(), byte.clone(), wide.clone(), half.clone(), widest.clone()).map(|out| vec![("x", shown(out.x)), ("told", shown(out.told)), ("long", shown(out.long)), ]),
        |r| vec![("x", shown(r.a64(0))), ("told", shown(r.s16(1).cloned())), ("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c22_fifth(random: &mut Random) -> End {
    let y: Option<f32> = Any::any(random);
    let text: Option<ByteString> = Any::any(random);
    let half: f16 = Any::any(random);
    let widest: Option<U1024> = Any::any(random);
    check(
        c22::program(),
        c22::fifth::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            if let Some(text) = &text { r.set_s16(6, text.clone()).map_err(|error| ("text", error))?; }
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            r.set_a1024(8, widest).map_err(|error| ("widest", error))?;
            Ok(())
        },
        |vm| c22::fifth(vm, y.clone(), text.clone(), half.clone(), widest.clone()).map(|out| vec![("z", shown(out.z)), ]),
        |r| vec![("z", r.a64(2).and_then(shown)), ],
    )
}

fn c23_first(random: &mut Random) -> End {
    let y: f32 = Any::any(random);
    let text: Option<ByteString> = Any::any(random);
    let widest: U1024 = Any::any(random);
    check(
        c23::program(),
        c23::first::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            if let Some(text) = &text { r.set_s16(6, text.clone()).map_err(|error| ("text", error))?; }
            r.set_a1024(8, widest).map_err(|error| ("widest", error))?;
            Ok(())
        },
        |vm| c23::first(vm, y.clone(), text.clone(), widest.clone()).map(|out| vec![("x", shown(out.x)), ]),
        |r| vec![("x", r.a64(0).and_then(shown)), ],
    )
}

fn c23_second(random: &mut Random) -> End {
    check(
        c23::program(),
        c23::second::SITE,
        |_| {
            Ok(())
        },
        |vm| c23::second(vm).map(|out| vec![("x", shown(out.x)), ("long", shown(out.long)), ]),
        |r| vec![("x", r.a64(0).and_then(shown)), ("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c23_third(random: &mut Random) -> End {
    let y: f32 = Any::any(random);
    let wide: U256 = Any::any(random);
    let digest: [u8; 20] = Any::any(random);
    let extended: [u8; 10] = Any::any(random);
    check(
        c23::program(),
        c23::third::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_r160(5, digest).map_err(|error| ("digest", error))?;
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            Ok(())
        },
        |vm| c23::third(vm, y.clone(), wide.clone(), digest.clone(), extended.clone()).map(|_| vec![]),
        |_| vec![],
    )
}

fn c23_fifth(random: &mut Random) -> End {
    let half: f16 = Any::any(random);
    let count_in: Option<u16> = Any::any(random);
    check(
        c23::program(),
        c23::fifth::SITE,
        |r| {
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c23::fifth(vm, half.clone(), count_in.clone()).map(|out| vec![("real", shown(out.real)), ]),
        |r| vec![("real", shown(r.f64(4))), ],
    )
}

fn c24_first(random: &mut Random) -> End {
    let wide: U256 = Any::any(random);
    let half: f16 = Any::any(random);
    let widest: U1024 = Any::any(random);
    let count_in: u16 = Any::any(random);
    check(
        c24::program(),
        c24::first::SITE,
        |r| {
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            r.set_a1024(8, widest).map_err(|error| ("widest", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c24::first(vm, wide.clone(), half.clone(), widest.clone(), count_in.clone()).map(|out| vec![("real", shown(out.real)), ]),
        |r| vec![("real", r.f64(4).and_then(shown)), ],
    )
}

fn c25_first(random: &mut Random) -> End {
    let digest: [u8; 20] = Any::any(random);
    let widest: U1024 = Any::any(random);
    check(
        c25::program(),
        c25::first::SITE,
        |r| {
            r.set_r160(5, digest).map_err(|error| ("digest", error))?;
            r.set_a1024(8, widest).map_err(|error| ("widest", error))?;
            Ok(())
        },
        |vm| c25::first(vm, digest.clone(), widest.clone()).map(|out| vec![("told", shown(out.told)), ]),
        |r| vec![("told", r.s16(1).cloned().and_then(shown)), ],
    )
}

fn c26_first(random: &mut Random) -> End {
    let extended: [u8; 10] = Any::any(random);
    let count_in: u16 = Any::any(random);
    check(
        c26::program(),
        c26::first::SITE,
        |r| {
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c26::first(vm, extended.clone(), count_in.clone()).map(|out| vec![("count_out", shown(out.count_out)), ]),
        |r| vec![("count_out", r.a16(3).and_then(shown)), ],
    )
}

fn c26_fourth(random: &mut Random) -> End {
    let half: f16 = Any::any(random);
    check(
        c26::program(),
        c26::fourth::SITE,
        |r| {
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            Ok(())
        },
        |vm| c26::fourth(vm, half.clone()).map(|out| vec![("real", shown(out.real)), ]),
        |r| vec![("real", shown(r.f64(4))), ],
    )
}

fn c27_first(random: &mut Random) -> End {
    let y: f32 = Any::any(random);
    check(
        c27::program(),
        c27::first::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            Ok(())
        },
        |vm| c27::first(vm, y.clone()).map(|out| vec![("x", shown(out.x)), ]),
        |r| vec![("x", shown(r.a64(0))), ],
    )
}

fn c27_second(random: &mut Random) -> End {
    let byte: u8 = Any::any(random);
    let wide: Option<U256> = Any::any(random);
    let digest: [u8; 20] = Any::any(random);
    check(
        c27::program(),
        c27::second::SITE,
        |r| {
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_r160(5, digest).map_err(|error| ("digest", error))?;
            Ok(())
        },
        |vm| c27::second(vm, byte.clone(), wide.clone(), digest.clone()).map(|out| vec![("real", shown(out.real)), ("long", shown(out.long)), ]),
        |r| vec![("real", shown(r.f64(4))), ("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c27_fourth(random: &mut Random) -> End {
    let byte: Option<u8> = Any::any(random);
    let digest: Option<[u8; 20]> = Any::any(random);
    let text: Option<ByteString> = Any::any(random);
    let half: f16 = Any::any(random);
    let extended: Option<[u8; 10]> = Any::any(random);
    check(
        c27::program(),
        c27::fourth::SITE,
        |r| {
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_r160(5, digest).map_err(|error| ("digest", error))?;
            if let Some(text) = &text { r.set_s16(6, text.clone()).map_err(|error| ("text", error))?; }
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            Ok(())
        },
        |vm| c27::fourth(vm, byte.clone(), digest.clone(), text.clone(), half.clone(), extended.clone()).map(|out| vec![("z", shown(out.z)), ]),
        |r| vec![("z", r.a64(2).and_then(shown)), ],
    )
}

fn c27_fifth(random: &mut Random) -> End {
    let y: f32 = Any::any(random);
    check(
        c27::program(),
        c27::fifth::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            Ok(())
        },
        |vm| c27::fifth(vm, y.clone()).map(|out| vec![("long", shown(out.long)), ]),
        |r| vec![("long", shown(r.r2048(5))), ],
    )
}

fn c28_first(random: &mut Random) -> End {
    let byte: u8 = Any::any(random);
    let text: Option<ByteString> = Any::any(random);
    check(
        c28::program(),
        c28::first::SITE,
        |r| {
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            if let Some(text) = &text { r.set_s16(6, text.clone()).map_err(|error| ("text", error))?; }
            Ok(())
        },
        |vm| c28::first(vm, byte.clone(), text.clone()).map(|out| vec![("z", shown(out.z)), ]),
        |r| vec![("z", r.a64(2).and_then(shown)), ],
    )
}

fn c28_second(random: &mut Random) -> End {
    let wide: U256 = Any::any(random);
    let digest: [u8; 20] = Any::any(random);
    let half: f16 = Any::any(random);
    check(
        c28::program(),
        c28::second::SITE,
        |r| {
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_r160(5, digest).map_err(|error| ("digest", error))?;
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            Ok(())
        },
        |vm| c28::second(vm, wide.clone(), digest.clone(), half.clone()).map(|out| vec![("told", shown(out.told)), ("long", shown(out.long)), ]),
        |r| vec![("told", shown(r.s16(1).cloned())), ("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c28_third(random: &mut Random) -> End {
    let x: u64 = Any::any(random);
    let text: ByteString = Any::any(random);
    let widest: U1024 = Any::any(random);
    check(
        c28::program(),
        c28::third::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_s16(6, text.clone()).map_err(|error| ("text", error))?;
            r.set_a1024(8, widest).map_err(|error| ("widest", error))?;
            Ok(())
        },
        |vm| c28::third(vm, x.clone(), text.clone(), widest.clone()).map(|out| vec![("x", shown(out.x)), ("real", shown(out.real)), ]),
        |r| vec![("x", shown(r.a64(0))), ("real", r.f64(4).and_then(shown)), ],
    )
}

fn c29_first(random: &mut Random) -> End {
    let count_in: Option<u16> = Any::any(random);
    check(
        c29::program(),
        c29::first::SITE,
        |r| {
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c29::first(vm, count_in.clone()).map(|out| vec![("real", shown(out.real)), ("long", shown(out.long)), ]),
        |r| vec![("real", shown(r.f64(4))), ("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c29_third(random: &mut Random) -> End {
    let x: u64 = Any::any(random);
    let count_in: u16 = Any::any(random);
    check(
        c29::program(),
        c29::third::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c29::third(vm, x.clone(), count_in.clone()).map(|out| vec![("real", shown(out.real)), ]),
        |r| vec![("real", r.f64(4).and_then(shown)), ],
    )
}

fn c29_fifth(random: &mut Random) -> End {
    let byte: u8 = Any::any(random);
    check(
        c29::program(),
        c29::fifth::SITE,
        |r| {
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            Ok(())
        },
        |vm| c29::fifth(vm, byte.clone()).map(|out| vec![("real", shown(out.real)), ]),
        |r| vec![("real", r.f64(4).and_then(shown)), ],
    )
}

fn c30_first(random: &mut Random) -> End {
    let byte: Option<u8> = Any::any(random);
    let digest: Option<[u8; 20]> = Any::any(random);
    check(
        c30::program(),
        c30::first::SITE,
        |r| {
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_r160(5, digest).map_err(|error| ("digest", error))?;
            Ok(())
        },
        |vm| c30::first(vm, byte.clone(), digest.clone()).map(|out| vec![("z", shown(out.z)), ]),
        |r| vec![("z", shown(r.a64(2))), ],
    )
}

fn c30_second(random: &mut Random) -> End {
    let wide: U256 = Any::any(random);
    let digest: Option<[u8; 20]> = Any::any(random);
    let text: ByteString = Any::any(random);
    let half: f16 = Any::any(random);
    check(
        c30::program(),
        c30::second::SITE,
        |r| {
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_r160(5, digest).map_err(|error| ("digest", error))?;
            r.set_s16(6, text.clone()).map_err(|error| ("text", error))?;
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            Ok(())
        },
        |vm| c30::second(vm, wide.clone(), digest.clone(), text.clone(), half.clone()).map(|out| vec![("told", shown(out.told)), ]),
        |r| vec![("told", r.s16(1).cloned().and_then(shown)), ],
    )
}

fn c30_third(random: &mut Random) -> End {
    let x: Option<u64> = Any::any(random);
    let extended: [u8; 10] = Any::any(random);
    let count_in: u16 = Any::any(random);
    check(
        c30::program(),
        c30::third::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c30::third(vm, x.clone(), extended.clone(), count_in.clone()).map(|out| vec![("x", shown(out.x)), ]),
        |r| vec![("x", r.a64(0).and_then(shown)), ],
    )
}

fn c31_first(random: &mut Random) -> End {
    let y: Option<f32> = Any::any(random);
    let digest: [u8; 20] = Any::any(random);
    check(
        c31::program(),
        c31::first::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            r.set_r160(5, digest).map_err(|error| ("digest", error))?;
            Ok(())
        },
        |vm| c31::first(vm, y.clone(), digest.clone()).map(|out| vec![("z", shown(out.z)), ("told", shown(out.told)), ("count_out", shown(out.count_out)), ]),
        |r| vec![("z", r.a64(2).and_then(shown)), ("told", r.s16(1).cloned().and_then(shown)), ("count_out", r.a16(3).and_then(shown)), ],
    )
}

fn c31_third(random: &mut Random) -> End {
    let byte: u8 = Any::any(random);
    let wide: Option<U256> = Any::any(random);
    let extended: [u8; 10] = Any::any(random);
    check(
        c31::program(),
        c31::third::SITE,
        |r| {
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            Ok(())
        },
        |vm| c31::third(vm, byte.clone(), wide.clone(), extended.clone()).map(|out| vec![("z", shown(out.z)), ("long", shown(out.long)), ]),
        |r| vec![("z", r.a64(2).and_then(shown)), ("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c31_fifth(random: &mut Random) -> End {
    let byte: u8 = Any::any(random);
    let wide: Option<U256> = Any::any(random);
    let text: Option<ByteString> = Any::any(random);
    let half: Option<f16> = Any::any(random);
    let extended: [u8; 10] = Any::any(random);
    check(
        c31::program(),
        c31::fifth::SITE,
        |r| {
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            if let Some(text) = &text { r.set_s16(6, text.clone()).map_err(|error| ("text", error))?; }
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            Ok(())
        },
        |vm| c31::fifth(vm, byte.clone(), wide.clone(), text.clone(), half.clone(), extended.clone()).map(|out| vec![("real", shown(out.real)), ]),
        |r| vec![("real", r.f64(4).and_then(shown)), ],
    )
}

fn c32_first(random: &mut Random) -> End {
    let wide: U256 = Any::any(random);
    let digest: [u8; 20] = Any::any(random);
    let text: ByteString = Any::any(random);
    let count_in: Option<u16> = Any::any(random);
    check(
        c32::program(),
        c32::first::SITE,
        |r| {
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_r160(5, digest).map_err(|error| ("digest", error))?;
            r.set_s16(6, text.clone()).map_err(|error| ("text", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c32::first(vm, wide.clone(), digest.clone(), text.clone(), count_in.clone()).map(|_| vec![]),
        |_| vec![],
    )
}

fn c32_second(random: &mut Random) -> End {
    let x: u64 = Any::any(random);
    let wide: U256 = Any::any(random);
    let half: Option<f16> = Any::any(random);
    check(
        c32::program(),
        c32::second::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            Ok(())
        },
        |vm| c32::second(vm, x.clone(), wide.clone(), half.clone()).map(|out| vec![("count_out", shown(out.count_out)), ("long", shown(out.long)), ]),
        |r| vec![("count_out", shown(r.a16(3))), ("long", shown(r.r2048(5))), ],
    )
}

fn c32_fourth(random: &mut Random) -> End {
    let y: f32 = Any::any(random);
    check(
        c32::program(),
        c32::fourth::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            Ok(())
        },
        |vm| c32::fourth(vm, y.clone()).map(|out| vec![("x", shown(out.x)), ("z", shown(out.z)), ("real", shown(out.real)), ("long", shown(out.long)), ]),
        |r| vec![("x", r.a64(0).and_then(shown)), ("z", r.a64(2).and_then(shown)), ("real", shown(r.f64(4))), ("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c32_fifth(random: &mut Random) -> End {
    let byte: u8 = Any::any(random);
    let text: ByteString = Any::any(random);
    let widest: Option<U1024> = Any::any(random);
    let extended: Option<[u8; 10]> = Any::any(random);
    check(
        c32::program(),
        c32::fifth::SITE,
        |r| {
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_s16(6, text.clone()).map_err(|error| ("text", error))?;
            r.set_a1024(8, widest).map_err(|error| ("widest", error))?;
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            Ok(())
        },
        |vm| c32::fifth(vm, byte.clone(), text.clone(), widest.clone(), extended.clone()).map(|_| vec![]),
        |_| vec![],
    )
}

fn c33_first(random: &mut Random) -> End {
    let byte: u8 = Any::any(random);
    let text: Option<ByteString> = Any::any(random);
    let half: f16 = Any::any(random);
    check(
        c33::program(),
        c33::first::SITE,
        |r| {
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            if let Some(text) = &text { r.set_s16(6, text.clone()).map_err(|error| ("text", error))?; }
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            Ok(())
        },
        |vm| c33::first(vm, byte.clone(), text.clone(), half.clone()).map(|out| vec![("real", shown(out.real)), ("long", shown(out.long)), ]),
        |r| vec![("real", shown(r.f64(4))), ("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c33_second(random: &mut Random) -> End {
    let y: Option<f32> = Any::any(random);
    let digest: Option<[u8; 20]> = Any::any(random);
    let text: Option<ByteString> = Any::any(random);
    let widest: Option<U1024> = Any::any(random);
    check(
        c33::program(),
        c33::second::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            r.set_r160(5, digest).map_err(|error| ("digest", error))?;
            if let Some(text) = &text { r.set_s16(6, text.clone()).map_err(|error| ("text", error))?; }
            r.set_a1024(8, widest).map_err(|error| ("widest", error))?;
            Ok(())
        },
        |vm| c33::second(vm, y.clone(), digest.clone(), text.clone(), widest.clone()).map(|out| vec![("real", shown(out.real)), ]),
        |r| vec![("real", r.f64(4).and_then(shown)), ],
    )
}

fn c33_third(random: &mut Random) -> End {
    let x: u64 = Any::any(random);
    let byte: u8 = Any::any(random);
    let count_in: u16 = Any::any(random);
    check(
        c33::program(),
        c33::third::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c33::third(vm, x.clone(), byte.clone(), count_in.clone()).map(|out| vec![("x", shown(out.x)), ("z", shown(out.z)), ("real", shown(out.real)), ("long", shown(out.long)), ]),
        |r| vec![("x", r.a64(0).and_then(shown)), ("z", r.a64(2).and_then(shown)), ("real", shown(r.f64(4))), ("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c34_first(random: &mut Random) -> End {
    let count_in: u16 = Any::any(random);
    check(
        c34::program(),
        c34::first::SITE,
        |r| {
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c34::first(vm, count_in.clone()).map(|_| vec![]),
        |_| vec![],
    )
}

fn c34_second(random: &mut Random) -> End {
    let x: u64 = Any::any(random);
    let half: f16 = Any::any(random);
    check(
        c34::program(),
        c34::second::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            Ok(())
        },
        |vm| c34::second(vm, x.clone(), half.clone()).map(|_| vec![]),
        |_| vec![],
    )
}

fn c34_third(random: &mut Random) -> End {
    let x: u64 = Any::any(random);
    let byte: u8 = Any::any(random);
    let wide: U256 = Any::any(random);
    let digest: Option<[u8; 20]> = Any::any(random);
    let widest: U1024 = Any::any(random);
    check(
        c34::program(),
        c34::third::SITE,
        |r| {
            r.set_a64(0, x).map_err(|error| ("x", error))?;
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_r160(5, digest).map_err(|error| ("digest", error))?;
            r.set_a1024(8, widest).map_err(|error| ("widest", error))?;
            Ok(())
        },
        |vm| c34::third(vm, x.clone(), byte.clone(), wide.clone(), digest.clone(), widest.clone()).map(|out| vec![("real", shown(out.real)), ]),
        |r| vec![("real", shown(r.f64(4))), ],
    )
}

fn c34_fourth(random: &mut Random) -> End {
    let digest: Option<[u8; 20]> = Any::any(random);
    check(
        c34::program(),
        c34::fourth::SITE,
        |r| {
            r.set_r160(5, digest).map_err(|error| ("digest", error))?;
            Ok(())
        },
        |vm| c34::fourth(vm, digest.clone()).map(|out| vec![("count_out", shown(out.count_out)), ("real", shown(out.real)), ]),
        |r| vec![("count_out", r.a16(3).and_then(shown)), ("real", shown(r.f64(4))), ],
    )
}

fn c34_fifth(random: &mut Random) -> End {
    let extended: [u8; 10] = Any::any(random);
    let count_in: Option<u16> = Any::any(random);
    check(
        c34::program(),
        c34::fifth::SITE,
        |r| {
            r.set_f80(2, extended).map_err(|error| ("extended", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c34::fifth(vm, extended.clone(), count_in.clone()).map(|_| vec![]),
        |_| vec![],
    )
}

fn c35_first(random: &mut Random) -> End {
    let text: ByteString = Any::any(random);
    let half: Option<f16> = Any::any(random);
    check(
        c35::program(),
        c35::first::SITE,
        |r| {
            r.set_s16(6, text.clone()).map_err(|error| ("text", error))?;
            r.set_f16(7, half).map_err(|error| ("half", error))?;
            Ok(())
        },
        |vm| c35::first(vm, text.clone(), half.clone()).map(|out| vec![("real", shown(out.real)), ("long", shown(out.long)), ]),
        |r| vec![("real", shown(r.f64(4))), ("long", shown(r.r2048(5))), ],
    )
}

fn c35_second(random: &mut Random) -> End {
    let byte: Option<u8> = Any::any(random);
    let wide: U256 = Any::any(random);
    let count_in: u16 = Any::any(random);
    check(
        c35::program(),
        c35::second::SITE,
        |r| {
            r.set_a8(2, byte).map_err(|error| ("byte", error))?;
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            r.set_a16(3, count_in).map_err(|error| ("count_in", error))?;
            Ok(())
        },
        |vm| c35::second(vm, byte.clone(), wide.clone(), count_in.clone()).map(|out| vec![("long", shown(out.long)), ]),
        |r| vec![("long", r.r2048(5).and_then(shown)), ],
    )
}

fn c35_third(random: &mut Random) -> End {
    let y: Option<f32> = Any::any(random);
    let text: ByteString = Any::any(random);
    let widest: U1024 = Any::any(random);
    check(
        c35::program(),
        c35::third::SITE,
        |r| {
            r.set_f32(1, y).map_err(|error| ("y", error))?;
            r.set_s16(6, text.clone()).map_err(|error| ("text", error))?;
            r.set_a1024(8, widest).map_err(|error| ("widest", error))?;
            Ok(())
        },
        |vm| c35::third(vm, y.clone(), text.clone(), widest.clone()).map(|out| vec![("count_out", shown(out.count_out)), ]),
        |r| vec![("count_out", r.a16(3).and_then(shown)), ],
    )
}

fn c35_fourth(random: &mut Random) -> End {
    let wide: U256 = Any::any(random);
    check(
        c35::program(),
        c35::fourth::SITE,
        |r| {
            r.set_a256(4, wide).map_err(|error| ("wide", error))?;
            Ok(())
        },
        |vm| c35::fourth(vm, wide.clone()).map(|out| vec![("told", shown(out.told)), ]),
        |r| vec![("told", r.s16(1).cloned().and_then(shown)), ],
    )
}
