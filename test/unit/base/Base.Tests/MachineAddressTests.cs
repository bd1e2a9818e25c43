using Cybernetes.Base.Networking;

namespace Cybernetes.Base.Tests;

public sealed class MachineAddressTests
{
    private const string Head = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n";

    [Fact]
    public void TheDefaultRouteThatTheKernelPrefersComesFirstAndOtherRoutesDoNotCount()
    {
        var routes = Head
            + "wlan0\t00000000\t0101A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0\n"
            + "eth0\t00000000\t0100A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n"
            + "eth0\t0000A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0\n"
            + "tun0\t00000000\t0100000A\t0003\t0\t0\t0\t00000080\t0\t0\t0\n";
        Assert.Equal(["eth0", "wlan0"], MachineAddress.DefaultRoutes(routes));
    }

    [Fact]
    public void AMachineWithoutRoutesHasNoDefaultRoute() => Assert.Empty(MachineAddress.DefaultRoutes(Head));

    [Fact]
    public void LoopbackIsNeverChosen() => Assert.False(MachineAddress.Find() is { } found && System.Net.IPAddress.IsLoopback(found));
}
