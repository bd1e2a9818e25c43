using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Client.Transport;

/// <summary>An answer: a status code with a shared object, or with bytes where the transport could not or did not read them as a kind. Immutable.</summary>
/// <param name="Code">The HTTP status code.</param>
public sealed record ApiResponse(int Code)
{
    /// <summary>The object, where the body is of a kind that is declared.</summary>
    public IKind? Object { get; init; }

    /// <summary>The body, where <see cref="Object"/> is null.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The media type of <see cref="Bytes"/>.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>The answer's headers; those that the client acts on are always there: Retry-After, Warning, Audit-Id.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>True for 2xx.</summary>
    public bool IsSuccess => Code is >= 200 and < 300;

    /// <summary>The first header of that name, or null.</summary>
    public string? Header(string name)
    {
        foreach (var (key, value) in Headers)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>What went wrong: the server's Status, or one made from the code and the text where the server sent none.</summary>
    public Status ToStatus() => Object is Status { StatusValue: "Failure" } status ? status : StatusText.FromResponse(this);
}
