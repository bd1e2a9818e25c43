namespace Cybernetes.Client.Streams;

/// <summary>The names by which clients, API server, kubelet and runtime agree on how a connection carries its streams.</summary>
public static class StreamProtocols
{
    /// <summary>Value of the Upgrade header for SPDY.</summary>
    public const string Spdy = "SPDY/3.1";

    /// <summary>The header in which SPDY peers offer and choose a protocol.</summary>
    public const string VersionHeader = "X-Stream-Protocol-Version";

    /// <summary>exec and attach with an error stream that carries a Status, and resizing.</summary>
    public const string RemoteCommandV4 = "v4.channel.k8s.io";

    /// <summary>As v4, with a CLOSE message that half-closes a channel; only over WebSocket (KEP-4006).</summary>
    public const string RemoteCommandV5 = "v5.channel.k8s.io";

    /// <summary>Port forwarding over SPDY.</summary>
    public const string PortForwardV1 = "portforward.k8s.io";

    /// <summary>Port forwarding over SPDY in a WebSocket tunnel (KEP-4006).</summary>
    public const string PortForwardTunnel = "SPDY/3.1+portforward.k8s.io";

    /// <summary>Header of a SPDY stream: which of the streams of a session it is.</summary>
    public const string StreamType = "streamType";

    /// <summary>Header of a port-forward stream: the port in the pod.</summary>
    public const string Port = "port";

    /// <summary>Header of a port-forward stream: joins the data and the error stream of one connection.</summary>
    public const string RequestId = "requestID";
}
