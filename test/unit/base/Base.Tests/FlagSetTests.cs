using System.Collections.Immutable;
using Cybernetes.Base.Flags;

namespace Cybernetes.Base.Tests;

public sealed class FlagSetTests
{
    [Fact]
    public void ValuesComeInEveryFormThatPflagTakes()
    {
        var flags = new FlagSet("kubectl");
        var ns = flags.String("namespace", "", "", 'n');
        var output = flags.String("output", "", "", 'o');
        var all = flags.Bool("all-namespaces", false, "", 'A');
        var watch = flags.Bool("watch", false, "", 'w');
        var dryRun = flags.Add(new Flag<string>("dry-run", "none", FlagTypes.String, "") { NoOptDefault = "unchanged" });
        var labels = flags.StringToString("labels");
        var list = flags.Strings("list", ["x"]);
        var args = flags.Parse(["get", "-n=ns", "-oyaml", "pods", "-Aw", "--dry-run", "--labels", "a=b,c=d", "--list=p,q", "--list", "r", "--", "-z"]);
        Assert.Equal(["get", "pods", "-z"], args);
        Assert.Equal(2, flags.ArgsBeforeDash);
        Assert.Equal(("ns", "yaml", true, true, "unchanged"), (ns.Value, output.Value, all.Value, watch.Value, dryRun.Value));
        Assert.Equal("a=b,c=d", string.Join(",", labels.Value.Select(p => p.Key + "=" + p.Value)));
        Assert.Equal<IEnumerable<string>>(["p", "q", "r"], list.Value);
        Assert.False(flags.Parse(["--watch=false"]).Count > 0 || watch.Value);
    }

    [Theory]
    [InlineData("--foo", "unknown flag: --foo")]
    [InlineData("-z", "unknown shorthand flag: 'z' in -z")]
    [InlineData("--replicas", "flag needs an argument: --replicas")]
    [InlineData("-r", "flag needs an argument: 'r' in -r")]
    [InlineData("--=x", "bad flag syntax: --=x")]
    [InlineData("--replicas=abc", "invalid argument \"abc\" for \"-r, --replicas\" flag: strconv.ParseInt: parsing \"abc\": invalid syntax")]
    [InlineData("--replicas=99999999999", "invalid argument \"99999999999\" for \"-r, --replicas\" flag: strconv.ParseInt: parsing \"99999999999\": value out of range")]
    [InlineData("--timeout=5", "invalid argument \"5\" for \"--timeout\" flag: time: missing unit in duration \"5\"")]
    [InlineData("--timeout=x", "invalid argument \"x\" for \"--timeout\" flag: time: invalid duration \"x\"")]
    [InlineData("--on=maybe", "invalid argument \"maybe\" for \"--on\" flag: strconv.ParseBool: parsing \"maybe\": invalid syntax")]
    [InlineData("--addr=300.1.1.1", "invalid argument \"300.1.1.1\" for \"--addr\" flag: failed to parse IP: \"300.1.1.1\"")]
    [InlineData("--net=10.0.0.0", "invalid argument \"10.0.0.0\" for \"--net\" flag: invalid CIDR address: 10.0.0.0")]
    [InlineData("--map=a", "invalid argument \"a\" for \"--map\" flag: a must be formatted as key=value")]
    public void ErrorsArePflagsOwnWords(string argument, string expected)
    {
        var flags = new FlagSet("t");
        flags.Int32("replicas", 0, "", 'r');
        flags.Duration("timeout");
        flags.Bool("on");
        flags.Ip("addr");
        flags.IpNet("net");
        flags.StringToString("map");
        Assert.Equal(expected, Assert.Throws<FlagException>(() => flags.Parse([argument])).Message);
    }

    [Fact]
    public void UnderscoresInNamesAreDashes()
    {
        var flags = new FlagSet("t");
        var flag = flags.Bool("allow-privileged");
        flags.Parse(["--allow_privileged"]);
        Assert.True(flag.Value);
    }

    [Fact]
    public void HelpShowsTypesShorthandsAndDefaultsAligned()
    {
        var flags = new FlagSet("t");
        flags.String("namespace", "default", "If present, the `scope`", 'n');
        flags.Bool("watch", false, "watch it", 'w');
        flags.Duration("timeout", TimeSpan.FromMinutes(1), "how long");
        Assert.Equal(
            "  -n, --namespace scope    If present, the scope (default \"default\")\n" +
            "      --timeout duration   how long (default 1m0s)\n" +
            "  -w, --watch              watch it\n", flags.FlagUsages());
    }

    [Fact]
    public void ADeprecatedFlagIsTakenWithAWarning()
    {
        var flags = new FlagSet("t");
        flags.Add(new Flag<bool>("old", false, FlagTypes.Bool, "") { NoOptDefault = "true", Deprecated = "use --new" });
        flags.Parse(["--old"]);
        Assert.Equal(["Flag --old has been deprecated, use --new"], flags.Warnings);
    }
}
