using Cybernetes.Kubelet.Maintenance;

namespace Cybernetes.Kubelet.Tests;

public sealed class ThresholdTests
{
    private static readonly KubeletOptions Soft = new()
    {
        EvictionHard = new Dictionary<string, string> { ["memory.available"] = "100" },
        EvictionSoft = new Dictionary<string, string> { ["memory.available"] = "20%" },
        EvictionSoftGracePeriod = new Dictionary<string, string> { ["memory.available"] = "1m30s" },
        EvictionMinimumReclaim = new Dictionary<string, string> { ["memory.available"] = "50" },
    };

    [Fact]
    public void ASoftThresholdHasItsGracePeriodAndAHardOneNone() =>
        Assert.Equal([null, TimeSpan.FromSeconds(90)], Threshold.All(Soft).Select(t => t.Grace));

    [Theory]
    [InlineData(99, false, true)]
    [InlineData(100, false, false)]
    [InlineData(149, true, true)]
    [InlineData(150, true, false)]
    public void OnceShortASignalMustRiseByTheMinimumReclaimToo(long available, bool already, bool met) =>
        Assert.Equal(met, Threshold.All(Soft)[0].IsMet(new(available, 1000), already));

    [Fact]
    public void ASoftThresholdWithoutAGracePeriodIsRefused()
    {
        var error = Assert.Throws<FormatException>(() => Threshold.All(Soft with { EvictionSoftGracePeriod = new Dictionary<string, string>() }));

        Assert.Equal("grace period must be specified for the soft eviction threshold memory.available", error.Message);
    }

    [Fact]
    public void AnUnknownSignalIsRefused() =>
        Assert.Equal("unsupported eviction signal x.y", Assert.Throws<FormatException>(() => Threshold.Parse("x.y", "1")).Message);
}
