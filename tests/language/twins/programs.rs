//! Written by `ALUVM_BLESS=1 cargo test -p aluvm-tests --test language`.

#![allow(dead_code, unused_imports)]

use aluvm::alulib;

alulib! {
    pub mod other {
        #[twin]
        pub fn half(n: i32) -> (m: i32) { m = n / 2; }
        #[twin]
        pub fn is_even(n: u128) { return n & 1 == 0; }
        #[twin]
        pub fn divided(n: u64, by: u64) -> (quotient: u64, rest: u64) { quotient = n / by; rest = n % by; }
    }
}

alulib! {
    pub mod program_0 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u64, v1: u64) -> (v2: u32) {
            v2 = 4294967295;
            let v3: u32 = ((add.uw(v2, v2) % (v1 as u32))).wrapping_sub(((v0 as u32)).wrapping_sub((v2 << (v0 as u16))));
            v2 = ((v2 * v2)).rotate_left((v0 as u16));
        }
    }
}

alulib! {
    pub mod program_1 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u128, v1: u128) -> (v2: r256) {
            v2 = 9;
            let v3: u8 = 0;
            loop {
                if v3 == 2 { break; }
                v3 += 1;
                v2 = v2;
                let v4: u8 = (rev(add(v3, 78)) ^ len(join("aba", "ab")));
            }
            ifz(v1);
            if gt.u(v1, !(62269004591512268702518346999674887002)) {
                v2 = v2;
                v1 <<= 130 else E0;
            } else {
                let v5: u128 = (rev((v3 as r128)) as u128);
                let v6: u8 = 0;
                while (v6 < 0) && (((find("ab", "") as i32) as f16b) >= (0.5 + 1.0)) {
                    v6 += 1;
                    let v7: u128 = add(v0, 7);
                    v2 |= 115383131061404687390764229400780429226752629840806845366364809752279499774629 else E1;
                }
                let v8: u8 = 55 else E0;
            }
            require other::is_even((v1 % v1)) => E0;
            v2 = v2;
        }
    }
}

alulib! {
    pub mod program_2 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u128, v1: i16) -> (v2: i16) {
            v2 = -32768;
            if (v0 as r8192) <= 116441583356808335392446039565849276067057604953084607624347204243133660326879773329025784750618805444383894771373281695905661170158716732016335581885865605682075693920857630070139556954626506458050550837198781402826245724336439592457554553243285385212684457080760698619936069364652365016981466183074539997954959265658996827634788479917196777126873803822798969052336081901736501691436532615220584566879740500566710045342332290759157611440538124280905000545302324959746971286844906218803011302833805799590877517603217225408208945376301552296968617385990430140196836223113247241608308212590774328495125970043443195239185220874334435420606911719392831589140906137222514519594860683417951787846273418610055286896679653015863736803565852309846501732163489145494020477145997707510991004445118071928120693351391340458319027232466366841587782306371974991575807248587960032822012827641844388757587217409473170381059178023439353194141080340447944489793268212977631120165718694973832575458951798223134902750636480514909693219089697851562201007201306377002067829443458151918332906702395450071555276935892895511457821702692692199333758010964260170367508122614633684456837011205441699772612711217714097388782720532289040034524471381462442682724685104176302395745532273139013184038372572596906403264307433174973885332593159821015890623269253285078224607151004342243865438859355800900964455922789025326690889059891606941260814923072357573823422730916491000803346017645707921822425826736243209338242319279184621320384685573880386399843227142800881785510859596142401667332657156730691726517229705309421737124240745239167199226332583798193942128065771907528992131655273804890834030761086707805161504771528466175863514354199270099133091326955088866302678674334391057063510778587288504372361639432124755285047084327479855736673146818476155385611347415753398688100132640875597159591850565311391213584057309290622255829805362222744317155906244094751366353106712616548112286270109590210138291844054285559715524053764864748754155125643300054521402001402131273082726844518322687039036768286117568835483695590797504629713299983141513513356934913855747871920570121391481680931565759907310433899608146630547917886313542467132894947660876413519371639176728565272513958017863751847605621581383526436093707449237872795613991508488869936084938656312717657846207023230638693276330177704040028391536848859786307725549492615911049878113709124671146861957738146217742056902815756313912496327571471247797 {
                if (v1 as u1024) <= (0 << (v2 as u16)) {
                    require ((v1 as u8) == 0) && ((v2 as u16) >= (9 | 9));
                    let v3: u64 = !(((v0 as u1024) as u64)) else E0;
                    v3 = ((v0 as u64)).rotate_left(rev((v0 as u8)));
                }
                let v4: u8 = ((v0 as u64) as u8);
            } else {
                if (-6 / v2) >= (24115 - v2) {
                    gt.u(((v0 as r8192) as u64), 11);
                } else {
                    require !((v1 as u64) < 0);
                    let (v5: u64) = twice(((v1 as u64) % !(13656687708615772551)));
                    require eq.n((v2 as u8), (49).wrapping_mul(10));
                    let (_, _) = both(0, (v5).wrapping_mul((v0).truncate()));
                }
            }
            v0 = ((v2).wrapping_sub(v1) as u128);
            let v6: u1024 = (add((v0 as u1024), 117) + ((6 / 142174825884775831312379691344115728696182878099652504502158323289025051164378827740503608824901205800886876229244774489456686469427418594371484307527319699129329322973914236558810923385734537863077945159007630761315549483568435592884647444247022763467145478423725751193978444887996735619067568308299207270380) + 27151434290439334426461030810587721481884534104768936364003932197256518474757066409214456149226346594244404814567081355108498229106096205548856685380911196415576284066966920588925597020685381192097087201026712156379146097107795136336862237862317936500309386100107771698989196553595180725428489652701199553953));
            let v7: u8 = ((v0).wrapping_sub(v0) as u8);
            v2 = !((v2 / v2));
        }
    }
}

alulib! {
    pub mod program_3 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: r160, v1: r512, v2: u64, v3: r512) -> (v4: r512) {
            v4 = 3173311434304478790289614967318202726276802322107473032528600178220497186529853155295602640439643169654930929373835391381948738143988646291826098878340822;
            let v5: f16 = -(((find("abababab", "aba") as i32) as f16));
            v4 = ((v1 as r8192) as r512);
        }
    }
}

alulib! {
    pub mod program_4 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: bytes, v1: f512) -> (v2: u64) {
            v2 = 18446744073709551615;
            if (v1 as i64) >= 0 {
                if (!(v2 <= 0)) || ((v1 as f16) > 3.75) {
                    require eq.n((v2 as u1024), 0);
                    v0 = rev(v0);
                } else {
                    v1 = v1 else E1;
                    let v3: f512 = v1;
                    require ((v1 as f16b) < -2.25) && (twice(v2) != (v2).wrapping_mul(18446744073709551615));
                    let v4: u8 = 0;
                    while (v4 < 3) && (gt.u(v4, v4)) {
                        v4 += 1;
                        break;
                    }
                }
                is_small(extr(rev(v0), 6));
                other::is_even((v2 as u128));
                v1 /= 1.0;
            }
            v2 = ((3 / v2) - ((v2 as u512)).truncate());
        }
    }
}

alulib! {
    pub mod program_5 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u64, v1: u128, v2: u32, v3: u64) -> (v4: u32) {
            v4 = 5;
            let v5: r160 = 423252783859591679365590360457245755028272086576;
            v4 = add.uw(v4, (v4 >> (v1 as u16)));
        }
    }
}

alulib! {
    pub mod program_6 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: i64, v1: u8) {
            v0 = ((6 * v0) * (9223372036854775807 * 9223372036854775807)) else E1;
            return is_small((6 / 411556001878113144));
        }
    }
}

alulib! {
    pub mod program_7 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: r128, v1: bytes, v2: u128) {
            let v3: u1024 = (((v0 as r256) as u1024) >> (v0 as u8));
            let v4: r256 = 26846135718416474401083095664830095105378227244642870381129966698528358570797;
            let v5: bytes = "ab" else E1;
            v5 = join(join(rev(v1), v5), join(join("", "ab"), join(v5, v1)));
        }
    }
}

alulib! {
    pub mod program_8 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u64, v1: i1024, v2: r8192) -> (v3: i1024) {
            v3 = 6;
            v2 ^= 1009976720687617573874276685780717366367636590088357398124912360075412722315928238863701727618133131480459076144286080081959037179756638146312486375811086474879512502409016516158228411073738293525274830576320968882723635309447456729678935331348939135751553674972348260298540483221768571240137418975719459862912673057112430549092594681047868605917252959798295417256533919066675319840970974679822923520627292588852973903439725923803058599534207434239861579307779670277685540225789626375923836626381592050146943361161723077408844407707460164628565890186797851225508186617998148747213749029615360332779723144158554619265929999620307051565802724482679379006139008105222829056496003478114239141217648883864633944409068498835013106954580109054908368003946175971668583578072549107751666644163605906280610760515058750949725854175636792164033405746230187599157238800931534199037377362751508228069531676248299171690082461029629590491787874415100929870092820984267446875931082419272624115337222066995026414539729447088233337012927901162237998055595753865623557743206522349321270066159820013036274200979018511301272047599822365423828951034390730873919797536425305475430448098726107197317264302342925273006173147396762725555360685198357364611382247624501624709281023854434717160179980920207484914134661048531275956013104360152000810559676128968592619833447672194273798737879047200786855769029798086616607371890522584388339069180407503818047399887795287084087230263320983692436499477238457959449084293195437097143591608742545543359871436900294171145920010275479710224157852179712015265370807789738328142720986076873965659630494407329226440552460740749131759610008694613947738902255918855215945324655947293913549926270058337643385894889908890527339313301692704725831568921860241921966792058047770237228673423225437392798667901817292742804280518371167035644485029458744758244940011730751629319076818502492549663931742463305761490811480445784934788934950226524918817567903075900908006310864370958898824881001090742306634112114640510783691790097386902933167931816449971169061994484539205054654217027967959834839926573120633010198133938563664005159395254296294810755269570747502403959022979605519224282691724098969974939836176840008219247585499751658723377469019174117035413954603458146580005481375182634312003412413798554682068849013181784175746359999883928043325095859434778025407150721523004352001466435039355607027687691629779028474015270093489741947746089375592647412204536112281057 else E0;
            require (v1 as f256) < (0.0 * 3.75);
            require other::is_even(0);
            v3 = ((v3).truncate()).rotate_left((v0 as u16));
        }
    }
}

alulib! {
    pub mod program_9 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: i512, v1: f32) {
            let (v2: u64, v3: u64) = other::divided(((12120223793205432925 & 2) + (0).rotate_right((v0 as u16))), (!(10)).wrapping_sub((1158334142936573231).rotate_left(1)));
            return !((v0 as u128) >= 0);
        }
    }
}

alulib! {
    pub mod program_10 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u256, v1: u8) -> (v2: u8) {
            v2 = 255;
            v2 >>= 0;
            let (v3: u64) = twice(!(8099657710550251291)) else E1;
            v0 /= (3 - (v2 as u256));
            v2 %= ((v2 as r160) as u8);
            v2 = ((v1 as u128) as u8);
        }
    }
}

alulib! {
    pub mod program_11 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: r160, v1: i512, v2: r160) -> (v3: u256) {
            v3 = 3;
            let v4: u256 = v3;
            v3 = (v3 % 115792089237316195423570985008687907853269984665640564039457584007913129639935);
        }
    }
}

alulib! {
    pub mod program_12 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u64, v1: u64, v2: f512) -> (v3: i512) {
            v3 = 11;
            require (v1 as u8) > extr("AluVM", 43736);
            require v2 <= 100.0;
            v3 = !(-6703903964971298549787012499102923063739682910296196688861780721860882015036773488400937149083451713845015929093243025426876941405973284973216824503042048);
        }
    }
}

alulib! {
    pub mod program_13 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u64, v1: i128, v2: bytes) -> (v3: u8) {
            v3 = 3;
            let (v4: u64, v5: u64) = other::divided(len(v2), v0);
            v3 = ((v0 as u8) % !(v3));
        }
    }
}

alulib! {
    pub mod program_14 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: r160, v1: u64) -> (v2: u8) {
            v2 = 0;
            require v0 >= ((v0 as r2048)).truncate();
            v0 = 1194473012065370671088508929440500871683939356349;
            nop();
            v2 = v2;
        }
    }
}

alulib! {
    pub mod program_15 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u64, v1: u8) -> (v2: u8) {
            v2 = 255;
            return;
            v2 = (v2 | (v1).wrapping_sub(v1));
        }
    }
}

alulib! {
    pub mod program_16 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u16, v1: u8, v2: u16, v3: u16) -> (v4: u64) {
            v4 = 9;
            let (_, _) = both((len("ab")).rotate_right(v3), (14773248006589287261 << 12)) else E1;
            require (v4 << 30) < 0;
            if ((find("", "aba") as i32) as f16b) <= (-2.25 + 0.5) {
                v2 = ((v4 * 5) as u16) else E1;
            } else {
                let v5: u16 = v2 else E0;
                nop();
                v2 = (((v3 as u1024)).truncate()).wrapping_mul(((v3 as u16)).wrapping_mul(add.uw(v0, v3))) else E1;
                let v6: u64 = (v4 as u64);
            }
            v4 = (v1 as u64);
        }
    }
}

alulib! {
    pub mod program_17 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: i8, v1: r512, v2: r512, v3: u64) -> (v4: u512) {
            v4 = 1384263486331202289737831527827707935452110709777154524108601500193526390472823344824570241305749683962348107808080588617048275025782943200061816451778665;
            let v5: i8 = -11;
            v1 <<= 199;
            v4 = 0;
        }
    }
}

alulib! {
    pub mod program_18 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u8, v1: bytes, v2: bytes) -> (v3: i256) {
            v3 = 3;
            v3 ^= ((v3 << 103) >> (v3 as u16)) else E1;
            v3 *= ((v3).rotate_left(103) | !(v3)) else E0;
            let (v4: i32) = other::half((8 | (-10 | 1))) else E1;
            v3 = v3;
        }
    }
}

alulib! {
    pub mod program_19 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: bytes, v1: u8) -> (v2: f16) {
            v2 = -1.0;
            let v3: u1024 = (((6 - 71211232833559089662190703421393792936123758593886642104341240289060470238477077762239496569536892329993810281262739629408788649901274996325035901403493880716814738078935749229348571562220452733278826208884949292982664344954135629815468309321485946728590485947892411981122102751250566334952579766854894629597) + (5).wrapping_mul(108986492936186431131603876206594902373290671833336887144992789980114373795112583142346767323485900748163026800915212784236222897036392631267846143175056069978750409463285945599049368066623664286347169868372173548124540734512669058527779661383513176898386004645745571974509985373165826601143174351451189827714)) + ((61081959895243619569197108555536086750718471155278780381714447289697372407894288216667884124103621886686804413413467613636570389595533511246934550573176452382920877033335366089919247892434979352464002620051386464578367106126292388756111978099343090339376249931686512145952230225635917263048119084049209615158 - 9)).rotate_right((v1 as u16)));
            v2 = -1.0;
        }
    }
}

alulib! {
    pub mod program_20 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: r1024, v1: bytes, v2: r512) -> (v3: bytes) {
            v3 = "AluVM";
            nop();
            require rev((v0 as u64)) <= (v2 as u64);
            v3 = join(join("AluVM", v3), join(v3, "ab"));
        }
    }
}

alulib! {
    pub mod program_21 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u64, v1: bytes, v2: r256) -> (v3: i1024) {
            v3 = 47846914192056883734012918964915718676924124513840307911569424396936430400027125117885610946525252485774402513484324469024970787884432617296660525443498501571551494650443757459812351368731767047680748317591596553208064939563471676407730370396198624145991497388625387925905908131068106153527192127907860729415;
            require (v0 as i256) >= (57896044618658097711785492504343953926634992332820282019728792003956564819967 / 15480204979256969481233343596162634719032288333576608169795286202627371675174);
            let v4: u8 = 0;
            while (v4 < 2) && ((v3 as i256) > 0) {
                v4 += 1;
                v1 = join(v1, join(join("", v1), join(v1, v1)));
                let v5: u64 = v0;
            }
            let v6: i1024 = v3;
            let v7: u8 = 0;
            loop {
                if v7 == 2 { break; }
                v7 += 1;
                v3 ^= ((9 << 686)).rotate_left(674) else E1;
                if join(v1, v1) == join("ab", v1) {
                    eq.n(((v0 ^ v0) | (v2 as u64)), extr(join(v1, v1), 9)) else E0;
                    require join(v1, v1) == join("a", "a");
                    nop();
                    v0 %= !((v0 | v0)) else E0;
                }
                v0 /= ((v0 | 8)).rotate_left(2);
            }
            v3 = (v3 - (79631926434347263514512636705489105590120222084439848839064465085780158259826300534781220753300175193074548116498048421781176327075223970227280610190479450505551617422083737544994178073838873775217357427895205685288305414241382400367934402001667041619036176404877085649977215037570291988260811036516682443270).wrapping_sub(v3));
        }
    }
}

alulib! {
    pub mod program_22 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: i256, v1: u64, v2: i256) -> (v3: u8) {
            v3 = 4;
            v0 = ((v2 - (v3 as i256))).wrapping_sub((22038599709864160163423793601183266399166782269749822397185863123157069952238 ^ v0)) else E1;
            require (is_small(7475187414705618941)) && (ifz(v3));
            gt.u(add.uw(v1, v1), (v2 as u64));
            if v1 > v1 {
                require rev(v3) >= 0;
                require other::is_even(len(""));
                let v4: f16b = -(-((v0 as f16b)));
                if -(v4) == v4 {
                    if gt.u((v1 as u16), find("a", "aba")) {
                        v1 = (v1 % ((v1 as u256)).truncate());
                    } else {
                        v1 = (((v1 & v1)).wrapping_add(1099840784125043471)).rotate_right(33) else E1;
                    }
                    v3 <<= 7;
                } else {
                    v0 = -(((0 + v0)).rotate_left(210));
                }
            }
            v3 = ((v3 % v3) | v3);
        }
    }
}

alulib! {
    pub mod program_23 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u64, v1: i32, v2: i32) -> (v3: u512) {
            v3 = 8896463541296241454228142170809346658142211532787315366026964472982418697593898615290722033159736033893810981199787890851921836522381204839298018519198043;
            let v4: u64 = extr(join(join("ab", "a"), rev(join("a", "AluVM"))), 45567);
            v3 = (v3 - 13407807929942597099574024998205846127479365820592393377723561443721764030073546976801874298166903427690031858186486050853753882811946569946433649006084095);
        }
    }
}

alulib! {
    pub mod program_24 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u64, v1: u256, v2: f80) {
            other::is_even(((147626837569590419111239437350595385287 / 0) % (56617177812495652181114763022287987579 / 0))) else E1;
            return (11 / v0) > (6759837905139737396 - 0);
        }
    }
}

alulib! {
    pub mod program_25 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: r128, v1: u64, v2: u8, v3: u8) -> (v4: u8) {
            v4 = 169;
            let v5: r1024 = 0;
            v4 <<= v4;
            v4 = (v2 >> 5);
        }
    }
}

alulib! {
    pub mod program_26 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u512, v1: i512) {
            v0 |= v0;
            return;
        }
    }
}

alulib! {
    pub mod program_27 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: r4096, v1: u8, v2: f16, v3: i8) -> (v4: bytes) {
            v4 = "aba";
            v1 = ((v3 as u16)).truncate() else E1;
            v2 *= 0.0;
            v0 |= (v0 & 0);
            eq.n((v1 as u64), 8302316243554886350);
            v4 = join(rev(v4), rev(v4));
        }
    }
}

alulib! {
    pub mod program_28 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: r128, v1: u8, v2: bytes, v3: bytes) -> (v4: r128) {
            v4 = 39358741849975689933984516240654136664;
            require !(v4) <= v4;
            v4 = ((v1 as u64) as r128);
        }
    }
}

alulib! {
    pub mod program_29 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: f64, v1: f64, v2: f512, v3: f64) -> (v4: u64) {
            v4 = 10;
            require ((v0 as f16b) > 0.0) && ((v4 as r4096) != 965238040396789079106373792087343598161018013298977467068578864677175671353123793060649119689565746154437673251940880216863979700576418247467365394462388688191466354913261879056102188841902212470182338624813715101245653362728969039066823949914515619715159672077009194737326527487113997292684342853387308535978667910380359968225125746317815195461676404186591443608675312946184576525336499083852602601680819108101598654908402603367109385012790928570745557085368976714680687668821370660543309748786583042158751555356030072669980888808267067491032657892132277333077683474723746077798561269471855939702597052232821228667286796780648156333213829328638649965929618565040367481099984502934738502707968874517362714921132334886738196177013435741956889901241713110084449374425525403848024033166385154024098923529309509986776986077664391200139963588907865801234218705607832502349426317415722222427004109412794063879174382768176810591119275955405482894480775821274557821436454320040779910845948927577826470647064365867490356305387398898530903388618120524082689972022246380014087484773642006703294111391603750877259498415039379033628857742847781176652442917356381412939175903743259641269540865320138480561004300076205874311624534945545064148620567);
            v4 = ((v4 as u64) * !(v4));
        }
    }
}

alulib! {
    pub mod program_30 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: r4096, v1: i128) {
            let v2: u64 = (((v1 as u8) as u1024)).truncate();
            if (v0 as r4096) != 0 {
                let v3: u128 = ((!(4) % (0 % 340282366920938463463374607431768211455)) - add((v2 as u128), 84));
            }
            return !(v1) > 0;
        }
    }
}

alulib! {
    pub mod program_31 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u8, v1: f80) -> (v2: bytes) {
            v2 = "ab";
            v1 = v1 else E1;
            gt.u((v0 as u64), 3877317833265109448);
            require is_small(add.uw((v0 as u64), 18028470868348851993)) => E1;
            let v3: u8 = 0;
            loop {
                if v3 == 0 { break; }
                v3 += 1;
                let v4: f80 = -(((v0 as i256) as f80));
                v1 = v1 else E1;
                let (_) = twice(((v3 as u512)).truncate());
                let v5: u8 = 0;
                while (v5 < 3) && ((v4 as i256) == (4 >> (255 | v0))) {
                    v5 += 1;
                    v0 = ((v5 * rev(v0)) % v0) else E0;
                }
            }
            v2 = join(join(v2, v2), rev(v2));
        }
    }
}

alulib! {
    pub mod program_32 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: i512, v1: u64, v2: u8, v3: u64) -> (v4: i512) {
            v4 = 3;
            let v5: u512 = (0 << 1);
            v4 = ((v4 / v0)).wrapping_sub(2);
        }
    }
}

alulib! {
    pub mod program_33 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: f32, v1: u256, v2: bytes, v3: u8) {
            let v4: bytes = join(join(join(v2, v2), join(v2, v2)), join(join("a", "a"), rev(v2))) else E0;
            if (v1 as i8) < (2).wrapping_sub(5) {
                require (v1 | v1) < (102969514603949965988754748443717304327912921027184129372901566133613142024605 + v1);
                require !(v1) < 0;
                let v5: u8 = 0;
                while (v5 < 2) && (!(join(v2, v2) == join("abababab", v2))) {
                    v5 += 1;
                    let v6: u256 = (rev((11 - v1))).rotate_right(139);
                    v0 *= ((v0 as f32)).abs() else E0;
                    v0 = ((v0 as f32) / v0) else E0;
                    gt.u((v3 as u64), 4039339146777987249);
                }
            }
            v1 = rev((add.uw(v1, v1) >> (v1 as u16))) else E1;
            if (v0 as i16) < (v3 as i16) {
                let v7: bytes = join(join(join(v2, ""), join(v2, "AluVM")), join(join(v2, v2), join("abababab", v4)));
                v1 -= v1;
                if !((v1 & 0) > (v3 as u256)) {
                    if (v1 as r128) > 0 {
                        nop();
                        require ((v0 as i8) <= (5).wrapping_sub(-128)) || (add((v3 as u16), 49) < (65535 & 0));
                    } else {
                        other::is_even((v1 as u128));
                        v2 = rev(join(join("AluVM", v4), v7));
                    }
                    ifz((add((v3 as u64), 58) / 18446744073709551615));
                    if eq.n((v3).rotate_left(0), (v1 as u8)) {
                        v3 &= ((v3 as u128)).truncate();
                        let v8: i8 = (((0).wrapping_mul(4)).wrapping_sub(-((v1 as i1024)))).truncate();
                    }
                }
            } else {
                let v9: u8 = 0;
                while (v9 < 3) && ((v1).wrapping_add(v1) == (v1).truncate()) {
                    v9 += 1;
                    let v10: u8 = (3 % v9);
                }
                v0 *= (v0 / (v0 * v0));
                v0 += (v0 as f32) else E1;
            }
        }
    }
}

alulib! {
    pub mod program_34 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u8, v1: u8, v2: f64) -> (v3: i16) {
            v3 = 29081;
            other::is_even(!(38024745003113357376823678030015647710));
            if (v2 as i16) != (v3).wrapping_mul(32767) {
                let v4: f16b = -2.25;
                gt.u((v0 as u64), 0) else E1;
            }
            v3 = (v3 * (v3 & v3));
        }
    }
}

alulib! {
    pub mod program_35 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: f128, v1: f128) {
            nop();
            v0 = v0;
            if (find("", "abababab") as u8) < (find("AluVM", "") as u8) {
                if ((v1 as f16) < -2.25) || ((v1 as f16) >= 0.0) {
                    v1 = v1;
                } else {
                    if (v1 as i16) > !(7) {
                        v1 = v1;
                        let v2: u8 = (4 % ((158).rotate_left(7) / (3 >> 0)));
                        let v3: f16 = (((-2.25).abs() + 12.0) - (3.75).abs());
                        v2 = v2;
                    } else {
                        v0 /= 3.75;
                        let v4: u64 = (add.uw(add.uw((find("abababab", "ab") as u64), 9653395652342227944), len("abababab")) * (4758929862936227012).wrapping_sub((1652056050893218674 * 14464325859161466606))) else E0;
                        require (v0 as f16) == 3.75;
                    }
                    require add.uw((find("a", "abababab") as u256), 18273445852569175783012057170121428588014431274429410223716889584853437833396) != 0 => E0;
                    is_small(((find("ab", "aba") as u64) as u64));
                    require (v0 as i512) > (5 + -6703903964971298549787012499102923063739682910296196688861780721860882015036773488400937149083451713845015929093243025426876941405973284973216824503042048);
                }
                v1 = v1 else E1;
                let (v5: u64, v6: u64) = other::divided(((find("aba", "AluVM") as r4096) as u64), ((find("ab", "") as u64) ^ (6140875610702392494 + 0)));
            }
            v1 = 0.5;
            return ((find("ab", "ab") as u64) == 6) && ((find("", "ab") as u8) < 0);
        }
    }
}

alulib! {
    pub mod program_36 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: r256, v1: u8) {
            let v2: r256 = (v1 as r256);
            v1 >>= (v0 as u16) else E0;
            v0 = v0;
            v1 %= ((v1 as i32) as u8);
        }
    }
}

alulib! {
    pub mod program_37 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: i512, v1: i512) -> (v2: i32) {
            v2 = 8;
            let v3: u8 = 0;
            while (v3 < 0) && (((v0 as u64) <= (11 * 0)) && (rev((v3 as r160)) >= (1461501637330902918203684832716283019655932542975 & 5))) {
                v3 += 1;
                if ifz((v3 as u64)) {
                    if (v2 - v2) != 0 {
                        let v4: r160 = rev((v3 as r160));
                        let v5: i512 = (((v2 as i1024)).truncate()).rotate_right((v2 as u16));
                        let (v6: u64) = twice(3);
                    } else {
                        v2 &= 2147483647;
                        nop();
                    }
                    if gt.u((v1 as u64), add.uw((v0 as u64), 18446744073709551615)) {
                        v0 = v0;
                        let v7: i32 = (v2).wrapping_mul((v2 + (v2 | v2)));
                        let (v8: i32) = other::half((v2 ^ v2));
                    }
                    if v0 < v0 {
                        let v9: i32 = v2;
                        let (v10: i32) = other::half(696562267);
                        v2 = (((v10).wrapping_add(v2) ^ 1899916544)).abs();
                        is_small(1) else E0;
                    }
                    require !((v0 as f80) >= (0.5 - -2.25)) => E0;
                }
                v1 |= v1;
                let v11: u8 = ((v3 as r160) as u8) else E0;
                if other::is_even((v11 as u128)) {
                    v2 = ((v2 * (-2147483648).rotate_left(v11))).wrapping_sub(((v2 >> 30) ^ (v2).wrapping_add(8)));
                    ifz((v3 as u64));
                }
            }
            v2 = ((v0 as u8) as i32);
        }
    }
}

alulib! {
    pub mod program_38 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u64, v1: i512, v2: u8, v3: f64) -> (v4: u64) {
            v4 = 8;
            let (v5: u64) = twice((!(v4)).truncate());
            let v6: i256 = (((v4 as i256) ^ (11 & -6)) / 435028546027475185965270786951846398975853108942492594546727822408067880200);
            let (v7: u64) = twice(v0);
            let (_, v8: u64) = other::divided((v2 as u64), (v2 as u64));
            v4 = v4;
        }
    }
}

alulib! {
    pub mod program_39 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: r4096, v1: u32, v2: u256) -> (v3: u256) {
            v3 = 115792089237316195423570985008687907853269984665640564039457584007913129639935;
            require is_small(twice(12506483263027630230)) => E1;
            let v4: r256 = 1 else E1;
            if ((find("a", "aba") as i32) as f16b) != -1.0 {
                v0 = (v0 | (0 & (v2 as r4096))) else E1;
            } else {
                v4 = v4;
            }
            v3 = extr(join("abababab", "ab"), 4);
        }
    }
}

alulib! {
    pub mod program_40 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u64, v1: u128, v2: bytes, v3: f64) -> (v4: u64) {
            v4 = 4513597074004273507;
            if ((v1 as i128) < (-170141183460469231731687303715884105728 << 49)) || (join(v2, v2) != join(v2, v2)) {
                nop();
                require is_small(2960053851393923847);
            }
            let (_) = other::half(((466483405).rotate_left(16) / -((v0 as i32))));
            let v5: i64 = ((3 | (1577955034206897413 + 9223372036854775807))).wrapping_sub(((v1 as i256)).truncate());
            v4 = 6831592712582655181;
        }
    }
}

alulib! {
    pub mod program_41 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u64, v1: u8, v2: u128, v3: i1024) -> (v4: u64) {
            v4 = 0;
            v1 = (rev(add.uw(v1, 4))).rotate_left(10);
            let v5: u64 = (((v4 as i256) as u64) >> (v1 ^ v1));
            v5 = (((v4 / v5)).wrapping_mul((v1 as u64)) >> 14);
            v4 = v4;
        }
    }
}

alulib! {
    pub mod program_42 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u64, v1: u64, v2: f16) -> (v3: u512) {
            v3 = 827406579335673166383187530693982198692504701221860514540424352457084794928190880260322816542285837626513563363893436195278558223196954250941930850363512;
            ifz((v3 as u8));
            v3 = (v1 as u512);
        }
    }
}

alulib! {
    pub mod program_43 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u8, v1: u64, v2: u8, v3: u64) {
            v3 = !(((v1 as r2048) as u64)) else E0;
            if (v2 as i16) < 32767 {
                require ((v3 as u8) <= (v2).wrapping_sub(v2)) && ((v3 as r2048) <= rev((v2 as r2048)));
                if ((find("abababab", "ab") as i32) as f32) == -1.0 {
                    v3 = (v1 | ((v1 >> 63) >> (v3 as u8)));
                    let v4: u512 = (3133469756766772492547516916032577517841184486247773429555539836663052224854004529339249940446959033201467638391363222810979231674277627747655426133649762 - (((v0 as u1024)).truncate() & (9 ^ 13407807929942597099574024998205846127479365820592393377723561443721764030073546976801874298166903427690031858186486050853753882811946569946433649006084095)));
                } else {
                    let v5: u512 = 4 else E1;
                    require (((find("", "aba") as i32) as f16b) > -(((find("a", "AluVM") as i32) as f16b))) || (is_small(v1));
                    other::is_even(((340282366920938463463374607431768211455 + 256746127273514462100483070828917854498) * (340282366920938463463374607431768211455).wrapping_sub(340282366920938463463374607431768211455))) else E0;
                }
            }
            return gt.u((v2 as u512), (0 ^ 9));
        }
    }
}

alulib! {
    pub mod program_44 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: f32, v1: bytes, v2: i16) {
            if (v2 as u64) >= (5 * 10014115650215284719) {
                v2 = v2;
            }
            nop();
        }
    }
}

alulib! {
    pub mod program_45 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: i512, v1: f80, v2: u8) {
            nop();
            let v3: f32 = (0.0 + (0.0 + 3.75));
            return (v2 * v2) >= (v2 % v2);
        }
    }
}

alulib! {
    pub mod program_46 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: bytes, v1: u64, v2: i512) -> (v3: bytes) {
            v3 = "a";
            if (v2 as f512) < 3.75 {
                v2 /= ((v2).wrapping_sub(v2)).abs();
                require ((18446744073709551615 - v1) <= add.uw(v1, v1)) && (other::is_even(16397773184741840611952960980113109896));
            } else {
                v2 = (-((v2 as i1024))).truncate();
                let v4: r8192 = extr(join(v0, "abababab"), 65535);
            }
            let v5: i128 = (130183751585219731383318112377047447152).wrapping_sub(((170141183460469231731687303715884105727 & -11) * (3 + -170141183460469231731687303715884105728)));
            v1 ^= (v1 >> 31) else E0;
            v3 = v3;
        }
    }
}

alulib! {
    pub mod program_47 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u1024, v1: i64) -> (v2: u1024) {
            v2 = 0;
            v1 = ((v1 as f32) as i64) else E1;
            eq.n(((v2 as u64) as u64), (0 ^ add.uw((v2 as u64), 0)));
            let v3: u8 = ((add((v1 as u8), 105) & add((v0 as u8), 75)) % (159 & (0 * 3)));
            let v4: u8 = 0;
            while (v4 < 1) && ((v4).rotate_left(4) < v4) {
                v4 += 1;
                v3 = (extr(rev(join("ab", "abababab")), 16262)).wrapping_add(((0 % v4) << 5));
                let (v5: u64, v6: u64) = both(!((7).wrapping_mul(3)), (!(7) * (v2 as u64)));
                require (v1 * v1) <= v1;
                v1 = v1;
            }
            v2 = rev((0).wrapping_sub(v0));
        }
    }
}

alulib! {
    pub mod program_48 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u8, v1: u64) -> (v2: i32) {
            v2 = 468790925;
            if gt.u((v1 as u32), (v1 as u32)) {
                v2 = v2 else E0;
                let v3: u8 = 0;
                while (v3 < 0) && (rev((v0 as u32)) <= 0) {
                    v3 += 1;
                    if (v3 as r1024) < 93690849324237361203656546241607554586476235351637517349759812469025374332326052293802406441903812066058159886640547304819266502321667028910268727297820645636686406842230097111931979027135298185020099008171204084452965376481048888013466311641888140043157430616985472819934644482374137311136930607233717945203 {
                        v0 /= ((107 - v0) / rev(v0));
                        continue;
                    }
                }
                v1 = v1;
            }
            v2 = (other::half(v2)).wrapping_sub(((v0 as i256)).truncate());
        }
    }
}

alulib! {
    pub mod program_49 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: i128, v1: r256) -> (v2: u8) {
            v2 = 84;
            v2 = (v1 as u8);
            if !(is_small(18446744073709551615)) {
                v2 <<= (v0 as u8);
                let v3: u8 = 0;
                loop {
                    if v3 == 3 { break; }
                    v3 += 1;
                    let v4: u8 = 0;
                    while (v4 < 3) && (ifz((v4 as u256))) {
                        v4 += 1;
                        let v5: i16 = ((!(22582)).wrapping_mul((1).abs()) * -4);
                        v1 = sha2(join(join("ab", "a"), join("a", "aba"))) else E1;
                        require (v1 as r128) == 0;
                    }
                    continue;
                }
                nop();
                let v6: r128 = 3;
            } else {
                v1 = ((!(v1) | (v2 as r256)) & 11) else E0;
                let (v7: u64, v8: u64) = other::divided(0, rev((v2 as u64)));
                let v9: r256 = (rev((v7 as r4096)) as r256) else E1;
            }
            let v10: r128 = 8969893833284118413703343003832293506;
            v2 = (((v2 as r8192) as u8)).wrapping_sub(((v2 | v2)).rotate_right((v2 as u16)));
            v2 = (((v1 as u16)).truncate() / (v1 as u8));
        }
    }
}

alulib! {
    pub mod program_50 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: r512, v1: u64) -> (v2: r512) {
            v2 = 6;
            v2 = !(v2);
            v2 = v0;
        }
    }
}

alulib! {
    pub mod program_51 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: i64, v1: r8192, v2: i64) -> (v3: f16) {
            v3 = 0.5;
            v2 = (((v2 * 6275973571176064882)).wrapping_add((v2 | v2)) << 59);
            v3 = (-(v3) / 100.0);
        }
    }
}

alulib! {
    pub mod program_52 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: r160, v1: i128, v2: r160, v3: u8) -> (v4: i128) {
            v4 = 119374204166565886487767815537049545406;
            let v5: u8 = 0;
            while (v5 < 3) && ((v0 as u64) > 0) {
                v5 += 1;
                v2 &= (rev(v0)).rotate_left(130) else E1;
            }
            v4 = v1;
        }
    }
}

alulib! {
    pub mod program_53 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: i16, v1: i16, v2: i16) -> (v3: r512) {
            v3 = 10;
            is_small(((18446744073709551615).wrapping_mul(3) ^ (5104881039336088780).wrapping_add(11)));
            v3 = v3;
        }
    }
}

alulib! {
    pub mod program_54 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u8, v1: i128, v2: u16, v3: u8) {
            v1 <<= 12;
            let v4: u8 = 0;
            loop {
                if v4 == 0 { break; }
                v4 += 1;
                v1 = ((v1).wrapping_sub(v1)).wrapping_add(((v1 | v1) ^ (v1).wrapping_sub(v1))) else E0;
            }
        }
    }
}

alulib! {
    pub mod program_55 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: bytes, v1: u8, v2: u32, v3: f32) {
            require (v2 as i256) < !(9);
            v1 ^= ((v1 << 2) + rev(v1));
            require is_small((1059331041409070769 + 15334027390203693306));
        }
    }
}

alulib! {
    pub mod program_56 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: u64, v1: u64) {
            v0 <<= (v0 as u16);
            eq.n(v0, ((v0 as u128)).truncate());
            if v1 <= (v1).rotate_right((v0 as u8)) {
                let v2: u1024 = 28456899748204309123586479413704256291698154923297405836655168369868909667012136049020476082222505641642212831887365043089003424463127540818407162977688951739044962898312419438778464002176290134791543030493454824315977180473162820216028512209953151533963775558244229559950500460406886652213014106472945878265;
                v0 = !(len("a")) else E0;
                let (v3: i32) = other::half((other::half(2147483647)).truncate());
            }
            return !((((find("aba", "AluVM") as i32) as f512) <= -1.0) || (((find("", "abababab") as i32) as f128) <= -(((find("aba", "aba") as i32) as f128))));
        }
    }
}

alulib! {
    pub mod program_57 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: i8, v1: i32, v2: u256) -> (v3: i8) {
            v3 = 2;
            v0 = ((v1 as i512)).truncate();
            let (v4: u64, v5: u64) = other::divided(!(3368243259572295864), ((v3 as u64)).wrapping_mul(add((v1 as u64), 54)));
            v3 = v3;
        }
    }
}

alulib! {
    pub mod program_58 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: f16b, v1: u64, v2: u8) -> (v3: f16b) {
            v3 = 1.0;
            v1 = twice(!(extr("a", 56052))) else E0;
            v1 &= ((v1 as r160) as u64);
            v3 = v0;
        }
    }
}

alulib! {
    pub mod program_59 {
        #![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, unused_variable)]
        use super::other;
        pub enum Refusal in a8[0] { E0 = 7, E1 = 9 }
        fn twice(n: u64) -> (m: u64) { m = n + n; }
        fn is_small(n: u64) { return n < 10; }
        fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }
        #[twin]
        pub fn main(v0: f128, v1: u64) -> (v2: f64) {
            v2 = 100.0;
            v0 = v0;
            v2 = v2;
        }
    }
}

