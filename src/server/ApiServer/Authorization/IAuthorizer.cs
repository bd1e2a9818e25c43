namespace Cybernetes.ApiServer.Authorization;

/// <summary>Decides who may do what. Thread safe.</summary>
public interface IAuthorizer
{
    /// <summary>Decides one request.</summary>
    ValueTask<Verdict> AuthorizeAsync(AuthorizationAttributes attributes, CancellationToken cancellationToken);
}
