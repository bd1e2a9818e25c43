namespace Cybernetes.Nftables;

/// <summary>A packet as the fake sees it, with what the kernel knows of it. The first packet of a new connection unless said otherwise.</summary>
public sealed record FakePacket(string Source, string Destination, string Protocol, int SourcePort, int DestinationPort)
{
    /// <summary>The connection's state: new, established, related.</summary>
    public string State { get; init; } = "new";

    /// <summary>original or reply.</summary>
    public string Direction { get; init; } = "original";

    /// <summary>The interface it came in by; "" for a local process's.</summary>
    public string InputInterface { get; init; } = "";

    /// <summary>The interface it leaves by.</summary>
    public string OutputInterface { get; init; } = "";

    /// <summary>The packet mark.</summary>
    public uint Mark { get; init; }

    /// <summary>Its destination has been rewritten.</summary>
    public bool DestinationRewritten { get; init; }

    /// <summary>Its source will be rewritten to the machine's own address.</summary>
    public bool Masqueraded { get; init; }

    /// <summary>It belongs to no connection.</summary>
    public bool Untracked { get; init; }

    /// <summary>IPv4 or IPv6, by the look of the address.</summary>
    public NftFamily Family => Destination.Contains(':') ? NftFamily.Ip6 : NftFamily.Ip;
}

/// <summary>How a packet's way through the machine ended.</summary>
public enum FakeFate
{
    /// <summary>To a local process.</summary>
    Delivered,

    /// <summary>Out of the machine.</summary>
    Forwarded,

    /// <summary>Without a word.</summary>
    Dropped,

    /// <summary>With an ICMP answer.</summary>
    Rejected,
}

/// <summary>The end of a packet's way and what it looked like then.</summary>
public sealed record FakeOutcome(FakeFate Fate, FakePacket Packet)
{
    /// <summary>"address:port" of where it went.</summary>
    public string To => $"{Packet.Destination}:{Packet.DestinationPort}";
}
