using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cybernetes.Pki;

namespace Cybernetes.ApiServer.Authentication.Certificates;

/// <summary>Client certificates: the common name is the user, organizations are the groups.</summary>
public sealed class CertificateAuthenticator(CertificateVerifier verifier) : IAuthenticator
{
    private readonly ConditionalWeakTable<X509Certificate2, UserInfo> _users = [];

    /// <inheritdoc/>
    public ValueTask<AuthenticationResult> AuthenticateAsync(AuthenticationRequest request, CancellationToken cancellationToken)
    {
        if (request.ClientCertificate is not { } certificate)
        {
            return ValueTask.FromResult(AuthenticationResult.None);
        }
        if (verifier.Verify(certificate, request.Intermediates) is { } error)
        {
            return ValueTask.FromResult(AuthenticationResult.Fail($"verifying certificate SN={SerialOf(certificate)} failed: {error}"));
        }
        var user = _users.GetValue(certificate, UserOf);
        return ValueTask.FromResult(user.Name.Length == 0 ? AuthenticationResult.None : new AuthenticationResult(user));
    }

    private static UserInfo UserOf(X509Certificate2 certificate)
    {
        var subject = DistinguishedName.Of(certificate);
        var id = "X509SHA256=" + Convert.ToHexStringLower(certificate.GetCertHash(HashAlgorithmName.SHA256));
        return new UserInfo(subject.CommonName)
        {
            Groups = subject.Organizations,
            Extra = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [UserExtra.CredentialId] = [id] },
        };
    }

    private static string SerialOf(X509Certificate2 certificate) =>
        new System.Numerics.BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: true, isBigEndian: true).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
