using Cybernetes.Base.Flags;

namespace Cybernetes.ApiServer.Authentication.Tokens;

/// <summary>Tokens of a fixed list: <c>--token-auth-file</c>, and the tokens the server makes for its own components.</summary>
public sealed class StaticTokenAuthenticator(IReadOnlyDictionary<string, UserInfo> users) : ITokenAuthenticator
{
    /// <inheritdoc/>
    public ValueTask<AuthenticationResult> AuthenticateTokenAsync(string token, IReadOnlyList<string> audiences, CancellationToken cancellationToken) =>
        ValueTask.FromResult(users.TryGetValue(token, out var user) ? new AuthenticationResult(user) : AuthenticationResult.None);

    /// <summary>Reads lines of <c>token,user,uid[,"group1,group2"]</c>. Throws <see cref="FormatException"/>.</summary>
    public static StaticTokenAuthenticator Parse(string text)
    {
        var users = new Dictionary<string, UserInfo>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n'))
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }
            var fields = CsvLine.Split(line.TrimEnd('\r'));
            if (fields.Length < 3)
            {
                throw new FormatException($"token file must have at least 3 columns (token, user name, user uid), found {fields.Length}");
            }
            if (fields[0].Length > 0)
            {
                users[fields[0]] = new UserInfo(fields[1].Trim())
                {
                    Uid = fields[2].Trim(),
                    Groups = fields.Length > 3 ? fields[3].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [],
                };
            }
        }
        return new StaticTokenAuthenticator(users);
    }
}
