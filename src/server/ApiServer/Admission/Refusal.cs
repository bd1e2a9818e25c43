using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Authorization;

namespace Cybernetes.ApiServer.Admission;

/// <summary>The answers admission plugins refuse with, in upstream's words.</summary>
public static class Refusal
{
    /// <summary>403: <c>pods "x" is forbidden: why</c>.</summary>
    public static Status Forbidden(AdmissionAttributes attributes, string why) =>
        ForbiddenStatus.For(attributes.Resource.Group, attributes.Resource.Resource, NameOf(attributes), why);

    /// <summary>404: <c>namespaces "x" not found</c>.</summary>
    public static Status NotFound(string group, string resource, string name) => Status.Empty with
    {
        StatusValue = "Failure",
        Message = $"{(group.Length == 0 ? resource : $"{resource}.{group}")} \"{name}\" not found",
        Reason = "NotFound",
        Code = 404,
        Details = StatusDetails.Empty with { Name = name, Group = group, Kind = resource },
    };

    /// <summary>400 with a text.</summary>
    public static Status BadRequest(string message) => Status.Empty with
    {
        StatusValue = "Failure",
        Message = message,
        Reason = "BadRequest",
        Code = 400,
    };

    /// <summary>500 with a text.</summary>
    public static Status InternalError(string message) => Status.Empty with
    {
        StatusValue = "Failure",
        Message = $"Internal error occurred: {message}",
        Reason = "InternalError",
        Code = 500,
        Details = StatusDetails.Empty with { Causes = [StatusCause.Empty with { Message = message }] },
    };

    /// <summary>429: too many of something.</summary>
    public static Status TooMany(string message) => Status.Empty with
    {
        StatusValue = "Failure",
        Message = $"Too many requests: {message}",
        Reason = "TooManyRequests",
        Code = 429,
    };

    /// <summary>500 with nothing but a text: what upstream makes of an error that says no more.</summary>
    public static Status Plain(string message) => Status.Empty with { StatusValue = "Failure", Message = message, Code = 500 };

    private static string NameOf(AdmissionAttributes attributes)
    {
        if (attributes.Name.Length > 0)
        {
            return attributes.Name;
        }
        return attributes.Metadata switch
        {
            { Name.Length: > 0 } meta => meta.Name,
            { GenerateName.Length: > 0 } meta => meta.GenerateName,
            _ => "Unknown",
        };
    }
}
