using Cybernetes.Pki;

namespace Cybernetes.ApiServer.Authentication.Certificates;

/// <summary>Users named by a front proxy, which shows a certificate of its own authority. The headers go no further.</summary>
public sealed class RequestHeaderAuthenticator(CertificateVerifier verifier, RequestHeaderOptions options) : IAuthenticator
{
    /// <inheritdoc/>
    public ValueTask<AuthenticationResult> AuthenticateAsync(AuthenticationRequest request, CancellationToken cancellationToken)
    {
        if (request.ClientCertificate is not { } certificate || First(request, options.UserHeaders) is not { } name)
        {
            return ValueTask.FromResult(AuthenticationResult.None);
        }
        if (verifier.Verify(certificate, request.Intermediates) is not null)
        {
            return ValueTask.FromResult(AuthenticationResult.None);
        }
        var proxy = DistinguishedName.Of(certificate).CommonName;
        if (options.AllowedNames.Count > 0 && !options.AllowedNames.Contains(proxy))
        {
            return ValueTask.FromResult(AuthenticationResult.Fail($"x509: subject with cn={proxy} is not in the allowed list"));
        }
        var user = new UserInfo(name)
        {
            Uid = First(request, options.UidHeaders) ?? "",
            Groups = [.. options.GroupHeaders.SelectMany(h => request.Headers[h]).Where(g => !string.IsNullOrEmpty(g))!],
            Extra = Extra(request),
        };
        foreach (var header in options.UserHeaders.Concat(options.UidHeaders).Concat(options.GroupHeaders))
        {
            request.Headers.Remove(header);
        }
        return ValueTask.FromResult(new AuthenticationResult(user));
    }

    private static string? First(AuthenticationRequest request, IReadOnlyList<string> headers)
    {
        foreach (var header in headers)
        {
            if (request.Headers.TryGetValue(header, out var values) && values is [{ Length: > 0 } value, ..])
            {
                return value;
            }
        }
        return null;
    }

    private Dictionary<string, IReadOnlyList<string>> Extra(AuthenticationRequest request)
    {
        var extra = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var prefix in options.ExtraPrefixes)
        {
            foreach (var (key, values) in request.Headers.Where(h => h.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).ToArray())
            {
                var name = Uri.UnescapeDataString(key[prefix.Length..].ToLowerInvariant());
                extra[name] = [.. (extra.GetValueOrDefault(name) ?? []), .. values.Select(v => v ?? "")];
                request.Headers.Remove(key);
            }
        }
        return extra;
    }
}
