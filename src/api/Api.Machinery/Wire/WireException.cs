namespace Cybernetes.Api.Machinery;

/// <summary>Bytes from outside that cannot be read; the message names the field and what was expected, and is fit to be shown to a user.</summary>
public sealed class WireException : Exception
{
    /// <summary>An error with a message fit for the user.</summary>
    public WireException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message fit for the user and what led to it.</summary>
    public WireException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
