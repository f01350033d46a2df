"""The regional groups of the United Nations, and which flags read as another when they hang upside down."""

GROUPS = {
    "african": (
        "DZA AGO BEN BWA BFA BDI CPV CMR CAF TCD COM COG CIV COD DJI EGY GNQ ERI SWZ ETH GAB GMB GHA GIN GNB KEN LSO LBR "
        "LBY MDG MWI MLI MRT MUS MAR MOZ NAM NER NGA RWA STP SEN SYC SLE SOM ZAF SSD SDN TGO TUN UGA TZA ZMB ZWE"
    ),
    "asia_pacific": (
        "AFG BHR BGD BTN BRN KHM CHN CYP PRK FJI IND IDN IRN IRQ JPN JOR KAZ KIR KWT KGZ LAO LBN MYS MDV MHL FSM MNG MMR "
        "NRU NPL OMN PAK PLW PNG PHL QAT KOR WSM SAU SGP SLB LKA SYR TJK THA TLS TON TKM TUV ARE UZB VUT VNM YEM PSE COK NIU"
    ),
    "eastern_european": "ALB ARM AZE BLR BIH BGR HRV CZE EST GEO HUN LVA LTU MNE MKD POL MDA ROU RUS SRB SVK SVN UKR",
    "latin_america_caribbean": (
        "ATG ARG BHS BRB BLZ BOL BRA CHL COL CRI CUB DMA DOM ECU SLV GRD GTM GUY HTI HND JAM MEX NIC PAN PRY PER KNA LCA "
        "VCT SUR TTO URY VEN"
    ),
    "western_europe_others": (
        "AND AUS AUT BEL CAN DNK FIN FRA DEU GRC ISL IRL ISR ITA LIE LUX MLT MCO NLD NZL NOR PRT SMR ESP SWE CHE TUR GBR USA VAT"
    ),
}

ORIENTATION = {
    "PHL": "blue above red in peace", "IDN": "red above white", "POL": "white above red", "MCO": "red above white",
    "GBR": "broad white stripe above the red at the hoist", "CHN": "great star at the upper hoist", "AUT": "same both ways",
    "EUE": "one point of each star upwards",
}

GROUP_OF = {code: group for group, codes in GROUPS.items() for code in codes.split()}


def group(code):
    return GROUP_OF.get(code, "")
