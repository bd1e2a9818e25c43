namespace Cybernetes.Client.Streams.Spdy;

/// <summary>Why a stream was reset (SPDY/3.1 draft, 2.6.3).</summary>
public enum SpdyResetStatus : uint
{
    /// <summary>A generic protocol violation.</summary>
    ProtocolError = 1,

    /// <summary>A frame named a stream that is not open.</summary>
    InvalidStream = 2,

    /// <summary>The peer will not serve the stream.</summary>
    RefusedStream = 3,

    /// <summary>The opener no longer wants the stream.</summary>
    Cancel = 5,

    /// <summary>Something broke at the peer.</summary>
    InternalError = 6,
}
