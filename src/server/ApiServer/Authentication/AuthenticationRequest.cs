using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;

namespace Cybernetes.ApiServer.Authentication;

/// <summary>What an authenticator may look at. Authenticators remove from <see cref="Headers"/> what must not travel further (the bearer token).</summary>
public sealed class AuthenticationRequest
{
    /// <summary>The URL's path.</summary>
    public required string Path { get; init; }

    /// <summary>The request's headers.</summary>
    public required IHeaderDictionary Headers { get; init; }

    /// <summary>The certificate that TLS received from the client, not yet verified; null without.</summary>
    public X509Certificate2? ClientCertificate { get; init; }

    /// <summary>Certificates the client sent along, for building the chain.</summary>
    public X509Certificate2Collection? Intermediates { get; init; }

    /// <summary>The value of a <c>Bearer</c> Authorization header, or null.</summary>
    public string? BearerToken
    {
        get
        {
            var header = Headers.Authorization.ToString().AsSpan().Trim();
            var space = header.IndexOf(' ');
            if (space < 0 || !header[..space].Equals("bearer", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
            var token = header[(space + 1)..].ToString();
            return token.Length == 0 || token[0] == ' ' ? null : token;
        }
    }
}
