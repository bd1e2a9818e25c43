using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Errors;

/// <summary>What validation found, as a 422.</summary>
public static class InvalidStatus
{
    /// <summary>The refusal with a cause for every error.</summary>
    public static ApiException From(GroupKind kind, string name, ErrorList errors)
    {
        var causes = errors.Select(error => new StatusCause { Reason = error.Reason, Message = error.Body, Field = error.Field }).ToArray();
        return ApiErrors.Invalid(kind, name, causes, errors.ToString());
    }
}
